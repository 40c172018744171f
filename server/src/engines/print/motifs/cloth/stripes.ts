import { type Brief, motifStyles, type StripeDirection } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import type { Band } from './stripe-bands.ts'
import { type StripeManner, sequenceFor } from './stripe-sequences.ts'

/** Stripes: one sequence of bands, repeated a whole number of times. */
export const stripes: Generator = (brief, colours, random, frame) => {
  const manner = motifStyles.stripes.find((one) => one === brief.style) ?? mannerFor(brief, random)
  const { bands, times, finer } = sequenceFor(manner, colours, brief, random)
  const spaced = bands.map(([hex, share]): Band => [hex, hex === colours.ground ? share / (brief.density ?? 1) : share])
  const count = Math.max(1, Math.round((times * finer) / (brief.scale ?? 1)))
  const direction = brief.direction ?? directionFor(manner, random)
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, drawBands(spaced, side / count, direction, frame)) }
}

function mannerFor({ colours, ground, scale }: Brief, random: Random): StripeManner {
  if (colours.length + (ground ? 1 : 0) > 2) return 'multi'
  if (scale !== null && scale > 1) return 'awning'
  if (scale !== null) return random.inTurn<StripeManner>('pin', 'breton', 'ticking')
  return colours.length > 0
    ? random.inTurn<StripeManner>('awning', 'breton', 'ticking', 'awning', 'barcode', 'pin')
    : random.inTurn<StripeManner>('multi', 'awning', 'breton', 'multi', 'ombre', 'ticking', 'multi', 'barcode')
}

function directionFor(manner: StripeManner, random: Random): StripeDirection {
  if (manner === 'breton') return 'horizontal'
  return manner === 'multi' || manner === 'ombre' ? random.pick('horizontal', 'vertical') : 'vertical'
}

function drawBands(bands: Band[], period: number, direction: StripeDirection, frame: Frame): string {
  const extent = side * frame.repeats
  const total = bands.reduce((sum, [, share]) => sum + share, 0)
  // Begins in the middle of the widest band, so that a tile's edge never runs along a change of colour.
  const widest = bands.reduce((best, [, share], at) => (share > (bands[best]?.[1] ?? 0) ? at : best), 0)
  const before = bands.slice(0, widest).reduce((sum, [, share]) => sum + share, 0) + (bands[widest]?.[1] ?? 0) / 2
  const { x, y } = frame.phase
  const phase = { horizontal: y, vertical: x, diagonal: x + y }[direction]
  const until = direction === 'diagonal' ? extent * 2 : extent
  const first = -(before / total) * period - (phase % period) - period
  let shapes = ''
  for (let turn = 0; first + turn * period < until; turn++) {
    let from = 0
    for (const [colour, share] of bands) {
      const edges = [from, from + share].map((at) => Math.round(first + turn * period + (at / total) * period))
      shapes += band(direction, edges[0] ?? 0, edges[1] ?? 0, extent, colour)
      from += share
    }
  }
  return shapes
}

/** A band between two whole units: edges on whole px stay crisp, and no ground shines between neighbours. */
function band(direction: StripeDirection, from: number, to: number, extent: number, colour: string): string {
  if (direction === 'vertical') return `<path d="M${from} 0H${to}V${extent}H${from}Z" fill="${colour}"/>`
  if (direction === 'horizontal') return `<path d="M0 ${from}V${to}H${extent}V${from}Z" fill="${colour}"/>`
  // Slanted edges are never whole px: each band runs a little under the next.
  return `<path d="M${from} 0H${to + 1}L${to + 1 - extent} ${extent}H${from - extent}Z" fill="${colour}"/>`
}
