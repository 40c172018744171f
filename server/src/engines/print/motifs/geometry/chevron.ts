import type { Colourway } from '../../colour/colourway.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { styleAmong } from '../style.ts'
import { type Band, type Banding, drawBands, rowsOf, total } from './bands.ts'
import { flame } from './flame.ts'
import { asLine, inksFor } from './inks.ts'
import type { Point } from './paths.ts'

/** Chevrons: zigzags, fine lines in groups, or the stepped flames of Florentine stitch. */
export const chevron: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.chevron, brief.style, random)
  const banded = { zigzag, fine, flame }[style](brief, colours, random)
  const upright = brief.direction === 'vertical'
  const phase = upright ? { x: frame.phase.y, y: frame.phase.x } : frame.phase
  const { shapes, definitions } = drawBands(banded, { ...frame, phase })
  const turned = upright ? `<g transform="matrix(0 1 1 0 0 0)">${shapes}</g>` : shapes
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, turned, definitions) }
}

/** Peaks all alike; the height of a band keeps to the height of a peak. */
const zigzag: Banding = (brief, colours, random) => {
  const peaks = Math.max(1, Math.round(random.inTurn(5, 8, 4, 6, 3) / (brief.scale ?? 1)))
  const rise = (side / peaks / 2) * random.pick(1, 0.7, 1.35)
  const bands = zigzagBands(brief, colours, random)
  const height = rise * random.between(0.42, 0.58) * total(bands)
  return { bands, rows: rowsOf(height), line: zigzagLine(peaks, rise) }
}

function zigzagBands(brief: Brief, colours: Colourway, random: Random): Band[] {
  const { ground } = colours
  const inks = inksFor(brief, colours, 1, random.inTurn(1, 3, 2, 4, 2))
  const rest = 1 / (brief.density ?? 1)
  const [first, second] = inks
  if (second === undefined || inks.length > 5)
    return inks.flatMap((ink): Band[] => [
      [ink, 1],
      [ground, rest],
    ])
  const accents = inks.slice(1)
  const plans: readonly [Band[], ...Band[][]] = [
    inks.flatMap((ink): Band[] => [
      [ink, 1],
      [ground, rest],
    ]),
    [...inks.map((ink): Band => [ink, 0.9]), [ground, rest]],
    [
      [ground, rest],
      [first, 1.5],
      [ground, 0.35 * rest],
      ...accents.map((ink): Band => [ink, 0.45]),
      [ground, 0.35 * rest],
      [first, 1.5],
    ],
  ]
  return random.pick(...plans)
}

/** Narrow lines in groups, as on fine shirting and quilting. */
const fine: Banding = (brief, colours, random) => {
  const peaks = Math.max(3, Math.round(random.inTurn(12, 9, 16, 7, 10) / (brief.scale ?? 1)))
  const rise = (side / peaks / 2) * random.pick(1.15, 1.6, 0.9)
  const inks = inksFor(brief, colours, 1, random.inTurn(1, 2, 3, 2, 1)).map((ink) => asLine(ink, brief, colours))
  const lines = random.inTurn(3, 1, 2, 5, 3)
  const rest = random.between(1.5, 2.2) / (brief.density ?? 1)
  const bands = inks.flatMap((ink): Band[] => [
    ...Array.from({ length: lines }, (): Band[] => [
      [ink, 0.55],
      [colours.ground, 0.75],
    ]).flat(),
    [colours.ground, lines > 1 ? rest : 0.25 * rest],
  ])
  return { bands, rows: rowsOf(rise * 0.3 * total(bands)), line: zigzagLine(peaks, rise) }
}

function zigzagLine(peaks: number, rise: number): Point[] {
  return Array.from({ length: peaks * 2 }, (_, at) => ({ x: (at * side) / peaks / 2, y: at % 2 === 0 ? 0 : -rise }))
}
