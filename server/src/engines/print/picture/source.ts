import { rgbToHex } from '../colour/oklab.ts'
import type { Raster } from '../raster.ts'
import { seamReport } from '../seam.ts'
import { decoded } from './decode.ts'
import { withContrast } from './flat-source.ts'
import { framed } from './framing.ts'
import { type Region, readyFor, resampled } from './resample.ts'
import { type Tones, tonesOf } from './tones.ts'

/**
 * How a picture's edges meet themselves. `plain`: one colour all round, as a product on white has, so that it repeats
 * in any layout as it is. `tile`: it tiles already. `open`: it must be cut.
 */
export type Edges = { kind: 'plain'; colour: string } | { kind: 'tile' } | { kind: 'open' }

/** A picture to work from, and what is known of it. */
export interface Source {
  picture: Raster
  tones: Tones
  edges: Edges
  /** The square that is used where the picture is cut. */
  square: Region
}

/** Decodes a picture once, as large as a tile of `size` px can use, and looks at it. Throws `UNSUPPORTED_IMAGE`. */
export async function sourceOf(bytes: Uint8Array, size: number): Promise<Source> {
  const picture = await withContrast(await decoded(bytes, size * 2))
  const edges = edgesOf(await resampled(picture, 256, 256, 'inside'))
  const tones = await tonesOf(picture)
  return { picture: tones.flat ? picture : await readyFor(picture, size), tones, edges, square: await framed(picture) }
}

function edgesOf(picture: Raster): Edges {
  const colour = borderColour(picture)
  if (colour) return { kind: 'plain', colour }
  const { data, width, height } = picture
  const squarish = Math.abs(width / height - 1) < 0.03
  const { x, y } = seamReport(data, width, height)
  const closes = x.edge <= x.limit * resizing && y.edge <= y.limit * resizing
  return squarish && closes ? { kind: 'tile' } : { kind: 'open' }
}

/** How much harder a tile's edge may look for having been made smaller without its neighbours; an open edge is several times as hard. */
const resizing = 1.25

/** Levels by which a border's pixel may differ from its mean, and the share that may differ by more. */
const sameLevel = 12
const strays = 0.02

/** The colour of a border that is all of one colour; null where it is not. */
function borderColour({ data, width, height }: Raster): string | null {
  const border: number[] = []
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x)
  for (let y = 0; y < height; y++) border.push(y * width, y * width + width - 1)
  const middle = [0, 1, 2].map((c) => {
    const levels = border.map((at) => data[at * 3 + c] ?? 0).sort((p, q) => p - q)
    return levels[levels.length >> 1] ?? 0
  })
  const odd = border.filter((at) => middle.some((level, c) => Math.abs((data[at * 3 + c] ?? 0) - level) > sameLevel))
  const [r = 0, g = 0, b = 0] = middle
  return odd.length / border.length <= strays ? rgbToHex(r, g, b) : null
}
