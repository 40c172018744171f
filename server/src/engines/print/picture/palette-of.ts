import { labToHex } from '../colour/oklab.ts'
import { swatchesOf } from '../colour/palette.ts'
import { emptyRaster, type Layer, type Raster } from '../raster.ts'
import { decodedLayer } from './decode.ts'

/** Side of the thumbnail whose pixels are counted. */
const counted = 64
const most = 6

/** The main colours of what is seen in an encoded picture as #rrggbb, at most six, largest share first, no two alike. Throws `UNSUPPORTED_IMAGE`. */
export async function paletteOf(bytes: Uint8Array): Promise<string[]> {
  const thumbnail = await decodedLayer(bytes, counted)
  return swatchesOf(seenOf(thumbnail), most + 2)
    .slice(0, most)
    .map(({ lab }) => labToHex(lab))
}

/** The pixels that are seen, in one row; all of them where none is. */
function seenOf(layer: Layer): Raster {
  const { alpha, data } = layer
  if (!alpha?.some((opacity) => opacity > 127)) return layer
  const seen = Array.from(alpha.keys()).filter((at) => (alpha[at] ?? 0) > 127)
  const row = emptyRaster(seen.length, 1)
  seen.forEach((at, to) => {
    row.data.set(data.subarray(at * 3, at * 3 + 3), to * 3)
  })
  return row
}
