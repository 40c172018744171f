import type { Brief, StripeDirection, StripeStyle } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { type Band, sequenceFor } from './stripe-sequences.ts'

/** Stripes: one sequence of bands, repeated a whole number of times. */
export const stripes: Generator = (brief, colours, random, frame) => {
  const style = brief.stripeStyle ?? styleFor(brief, random)
  const bands = sequenceFor(style, colours, brief, random)
  const count = repeatsFor(style, bands.length, brief, random)
  const direction = brief.direction ?? directionFor(style, random)
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, drawBands(bands, side / count, direction, frame)) }
}

function styleFor({ colours, ground, scale }: Brief, random: Random): StripeStyle {
  if (colours.length + (ground ? 1 : 0) > 2) return 'multi'
  if (scale !== null && scale > 1) return 'awning'
  if (scale !== null) return random.inTurn('pin', 'breton', 'ticking')
  return colours.length > 0
    ? random.pick('awning', 'breton', 'ticking', 'pin')
    : random.pick('multi', 'multi', 'awning', 'ticking')
}

function directionFor(style: StripeStyle, random: Random): StripeDirection {
  if (style === 'breton') return 'horizontal'
  return style === 'multi' ? random.pick('horizontal', 'vertical') : 'vertical'
}

/** How often the sequence goes into one repeat. */
function repeatsFor(style: StripeStyle, bands: number, { scale }: Brief, random: Random): number {
  const usual = {
    breton: random.pick(12, 16, 18),
    awning: bands > 2 ? 3 : random.pick(5, 7, 8),
    pin: random.pick(18, 24),
    ticking: random.pick(7, 9),
    multi: bands > 9 ? 1 : 2,
  }[style]
  return Math.max(1, Math.round(usual / (scale ?? 1)))
}

function drawBands(bands: Band[], period: number, direction: StripeDirection, frame: Frame): string {
  const extent = side * frame.repeats
  const total = bands.reduce((sum, [, share]) => sum + share, 0)
  // Begins in the middle of the first band, so that a tile's edge never runs along a change of colour.
  const half = ((bands[0]?.[1] ?? 0) / total / 2) * period
  const phase =
    direction === 'horizontal' ? frame.phase.y : direction === 'vertical' ? frame.phase.x : frame.phase.x + frame.phase.y
  const until = direction === 'diagonal' ? extent * 2 : extent
  let shapes = ''
  for (let start = -half - (phase % period) - period; start < until; start += period) {
    let at = start
    for (const [colour, share] of bands) {
      const width = (share / total) * period
      shapes += band(direction, at, width, extent, colour)
      at += width
    }
  }
  return shapes
}

function band(direction: StripeDirection, at: number, width: number, extent: number, colour: string): string {
  const [from, to] = [decimal(at), decimal(at + width)]
  if (direction === 'vertical') return `<path d="M${from} 0H${to}V${extent}H${from}Z" fill="${colour}"/>`
  if (direction === 'horizontal') return `<path d="M0 ${from}V${to}H${extent}V${from}Z" fill="${colour}"/>`
  return `<path d="M${from} 0L${to} 0L${decimal(at + width - extent)} ${extent}L${decimal(at - extent)} ${extent}Z" fill="${colour}"/>`
}
