import type { Options } from 'shared'
import { emptyRaster, type Layer, type Raster } from '../../raster.ts'
import { decodedLayer } from '../decode.ts'
import { tonesOf } from '../tones.ts'
import { type EdgeKind, edgeKindOf } from './edges-of.ts'
import { hardEdgesUpscaled } from './hard-edges.ts'
import type { Beyond } from './margins.ts'
import { withColoursBeyond } from './see-through.ts'
import { photographic, printed } from './sharper-edges.ts'
import { smoothlyUpscaled } from './smooth-upscale.ts'
import { checkUpscaledSize, usualFactor } from './upscaled-size.ts'

/** Longest edge in px of any picture that is kept. */
const longest = 8192

/**
 * A picture 2 or 4 times as long: photographs with sharp edges and no halos, flat artwork as flat and hard as it is, pixel
 * art in crisp squares. Throws `UNSUPPORTED_IMAGE`, `IMAGE_TOO_LARGE`.
 */
export async function upscaled(bytes: Uint8Array, options: Options): Promise<Layer> {
  const source = await decodedLayer(bytes, longest)
  const factor = options.factor ?? usualFactor
  checkUpscaledSize(source, factor)
  const beyond: Beyond = options.seamless ? 'repeats' : 'stays'
  const flat = options.flat ?? (await tonesOf(source)).flat
  const kind = flat ? edgeKindOf(source) : 'smooth'
  const colours = await coloursUpscaled(source.alpha ? withColoursBeyond(source, source.alpha) : source, {
    factor,
    beyond,
    flat,
    kind,
  })
  return { ...colours, alpha: source.alpha && (await alphaUpscaled(source, source.alpha, { factor, beyond, flat, kind })) }
}

interface How {
  factor: number
  beyond: Beyond
  flat: boolean
  kind: EdgeKind
}

async function coloursUpscaled(picture: Raster, { factor, beyond, flat, kind }: How): Promise<Raster> {
  if (kind === 'squares') return squaresUpscaled(picture, factor)
  if (kind === 'hard') return hardEdgesUpscaled(picture, factor, beyond)
  return smoothlyUpscaled(picture, factor, beyond, flat ? printed : photographic)
}

/** What is see-through goes the same way as the colours, as a grey picture. */
async function alphaUpscaled({ width, height }: Raster, alpha: Uint8Array, how: How): Promise<Uint8Array> {
  const grey = emptyRaster(width, height)
  for (let at = 0; at < alpha.length; at++) grey.data.fill(alpha[at] ?? 0, at * 3, at * 3 + 3)
  const { data } = await coloursUpscaled(grey, how)
  return Uint8Array.from({ length: data.length / 3 }, (_, at) => data[at * 3] ?? 0)
}

function squaresUpscaled({ data, width, height }: Raster, factor: number): Raster {
  const result = emptyRaster(width * factor, height * factor)
  const columns = Int32Array.from({ length: result.width }, (_, x) => Math.floor(x / factor))
  let to = 0
  for (let y = 0; y < result.height; y++) {
    const row = Math.floor(y / factor) * width
    for (const column of columns) {
      const from = (row + column) * 3
      result.data[to++] = data[from] ?? 0
      result.data[to++] = data[from + 1] ?? 0
      result.data[to++] = data[from + 2] ?? 0
    }
  }
  return result
}
