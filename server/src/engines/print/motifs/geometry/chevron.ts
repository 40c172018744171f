import type { Colourway } from '../../colour/colourway.ts'
import { toned } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { styleAmong } from '../style.ts'
import { asLine, byLightness, inksFor } from './inks.ts'
import { type Point, polygonPath } from './paths.ts'

/** A band and its relative height. */
type Band = readonly [colour: string, share: number]

/** Bands that follow one line up and down across the cloth. */
interface Banded {
  bands: readonly Band[]
  /** How often the bands go into one repeat. */
  rows: number
  /** The line over one repeat, from x = 0; it closes at `side`. */
  line: Point[]
}

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

type Banding = (brief: Brief, colours: Colourway, random: Random) => Banded

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

/** Peaks of several heights in steps of a stitch, every ink in shades from light to deep. */
const flame: Banding = (brief, colours, random) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(2, 3, 1, 2, 3))
  const shades = inks.length > 3 ? [0.07, 0, -0.07] : [0.13, 0.065, 0, -0.075]
  const ramps = inks.flatMap((ink) =>
    byLightness(shades.map((lightness) => (lightness === 0 ? ink : toned(ink, lightness, 0.96)))),
  )
  const bands = [...ramps, colours.ground].map((colour): Band => [colour, 1])
  const wide = Math.max(1, Math.round(random.inTurn(3, 2, 4, 1, 2) / (brief.scale ?? 1)))
  const peaks = random.inTurn(...flames)
  // Stitches stay fine where the flames are large.
  const perFlame = wide === 1 ? 64 : 32
  const stitches = perFlame * wide
  const rise = (side / wide) * random.between(0.4, 0.55)
  const heights = Array.from({ length: stitches }, (_, at) => heightAt(peaks, ((at % perFlame) + 0.5) / perFlame))
  const stitch = side / stitches
  const line = heights.flatMap((height, at) => {
    const y = Math.round((height * rise) / (stitch / 2)) * (stitch / 2)
    return [
      { x: at * stitch, y: -y },
      { x: (at + 1) * stitch, y: -y },
    ]
  })
  return { bands, rows: rowsOf(rise * 0.16 * bands.length), line }
}

/** Heights of peaks and valleys over one period, at even steps. */
const flames: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 0.8, 0.3, 1, 0.3, 0.8],
  [0, 1],
  [0, 0.5, 0.22, 1, 0.22, 0.5],
  [0, 1, 0.45, 1],
  [0, 0.45, 0.3, 0.75, 0.6, 1, 0.6, 0.75, 0.3, 0.45],
]

function heightAt(peaks: readonly number[], at: number): number {
  const step = Math.floor(at * peaks.length)
  const from = peaks[step] ?? 0
  const to = peaks[(step + 1) % peaks.length] ?? 0
  return from + (to - from) * (at * peaks.length - step)
}

const total = (bands: readonly Band[]) => bands.reduce((sum, [, share]) => sum + share, 0)

const rowsOf = (height: number) => Math.max(1, Math.round(side / height))

function zigzagLine(peaks: number, rise: number): Point[] {
  return Array.from({ length: peaks * 2 }, (_, at) => ({ x: (at * side) / peaks / 2, y: at % 2 === 0 ? 0 : -rise }))
}

/** Every band is the same shape, as high as the highest: what is too much of it lies under the bands that follow. */
function drawBands({ bands, rows, line }: Banded, frame: Frame): { shapes: string; definitions: string } {
  const extent = side * frame.repeats
  const across: Point[] = []
  for (let x = -side - frame.phase.x; x < extent + side; x += side) {
    across.push(...line.map((point) => ({ x: x + point.x, y: point.y })))
  }
  const period = side / rows
  const unit = period / total(bands)
  const deepest = Math.max(...bands.map(([, share]) => share)) * unit + 1
  const band = polygonPath([...across, ...across.toReversed().map(({ x, y }) => ({ x, y: y + deepest }))])
  const highest = Math.max(...line.map(({ y }) => -y))
  let shapes = ''
  for (let top = -(frame.phase.y % period) - period; top < extent + highest; top += period) {
    let at = top
    for (const [colour, share] of bands) {
      shapes += `<use href="#b" y="${decimal(at)}" fill="${colour}"/>`
      at += share * unit
    }
  }
  return { shapes, definitions: `<path id="b" d="${band}"/>` }
}
