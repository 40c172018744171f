import type { Colourway } from '../../colour/colourway.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { type Point, polygonPath } from './paths.ts'

/** A band and its relative height. */
export type Band = readonly [colour: string, share: number]

/** Bands that follow one line up and down across the cloth. */
interface Banded {
  bands: readonly Band[]
  /** How often the bands go into one repeat. */
  rows: number
  /** The line over one repeat, from x = 0; it closes at `side`. */
  line: Point[]
}

export type Banding = (brief: Brief, colours: Colourway, random: Random) => Banded

export const total = (bands: readonly Band[]) => bands.reduce((sum, [, share]) => sum + share, 0)

/** Rows of bands of about a height in one repeat. */
export const rowsOf = (height: number) => Math.max(1, Math.round(side / height))

/** Every band is the same shape, as high as the highest: what is too much of it lies under the bands that follow. */
export function drawBands({ bands, rows, line }: Banded, frame: Frame): { shapes: string; definitions: string } {
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
