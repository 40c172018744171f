import { type Edges, edgesOf, edgesOn, type Region } from 'shared'
import type { Raster } from '../raster.ts'
import { decoded } from './decode.ts'
import { withContrast } from './flat-source.ts'
import { framed } from './framing.ts'
import { readyFor, resampled } from './resample.ts'
import { type Tones, tonesOf } from './tones.ts'

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
  const small = await resampled(picture, edgesOn, edgesOn, 'inside')
  const edges = edgesOf(small.data, small.width, small.height)
  const tones = await tonesOf(picture)
  return { picture: tones.flat ? picture : await readyFor(picture, size), tones, edges, square: await framed(picture) }
}
