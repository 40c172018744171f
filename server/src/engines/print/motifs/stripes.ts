import type { Colourway } from '../colour/colourway.ts'
import type { Brief, StripeDirection, StripeStyle } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { decimal, type Frame, type Generator, side, svgDocument } from './drawing.ts'

type Band = readonly [colour: string, share: number]

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

/** One sequence of bands; shares are relative widths. */
function sequenceFor(
  style: StripeStyle,
  { ground, main }: Colourway,
  { colours: asked, ground: askedGround }: Brief,
  random: Random,
): Band[] {
  const [first = ground, second = first] = main
  const accent = asked.length - (askedGround ? 0 : 1) >= 2 || asked.length === 0 ? second : first
  switch (style) {
    case 'breton':
      return [
        [ground, random.between(1.6, 2.4)],
        [first, 1],
      ]
    case 'awning':
      return random.pick<Band[]>(
        [
          [ground, 1],
          [first, 1],
        ],
        [
          [ground, 5],
          [first, 5],
          [ground, 1],
          [accent, 0.8],
          [ground, 1],
          [first, 5],
        ],
        [
          [ground, 3],
          [accent, 0.35],
          [ground, 0.5],
          [first, 3],
          [ground, 0.5],
          [accent, 0.35],
        ],
      )
    case 'pin':
      return [
        [ground, random.between(5, 9)],
        [first, 1],
      ]
    case 'ticking':
      return random.pick<Band[]>(
        [
          [ground, 5],
          [first, 0.7],
          [ground, 0.8],
          [first, 2.2],
          [ground, 0.8],
          [first, 0.7],
        ],
        [
          [ground, 6],
          [first, 1],
          [ground, 1],
          [first, 1],
        ],
        [
          [ground, 5],
          [first, 0.6],
          [ground, 1],
          [first, 0.6],
          [ground, 1],
          [accent, 0.6],
          [ground, 1],
          [first, 0.6],
          [ground, 1],
          [first, 0.6],
        ],
      )
    case 'multi':
      return multicolour(
        ground,
        asked.length + (askedGround ? 1 : 0) > 2 ? main.slice(0, Math.max(2, asked.length)) : main.slice(0, 5),
        random,
      )
  }
}

/** Bands of every colour in varied widths, the ground between them as a rest for the eye. */
function multicolour(ground: string, main: string[], random: Random): Band[] {
  const rests = random.pick('always', 'sometimes', 'sometimes')
  const passes = main.length < 4 ? 2 : 1
  return Array.from({ length: passes }, () => random.shuffled(main))
    .flat()
    .flatMap((hex): Band[] => {
      const band: Band = [hex, random.pick(0.6, 1, 1.6, 2.6)]
      return rests === 'always' || random.chance(0.45) ? [[ground, random.pick(0.4, 0.8, 1.5)], band] : [band]
    })
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
