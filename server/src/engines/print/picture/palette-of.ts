import { labToHex } from '../colour/oklab.ts'
import { swatchesOf } from '../colour/palette.ts'
import { decoded } from './decode.ts'

/** Side of the thumbnail whose pixels are counted. */
const counted = 64
const most = 6

/** The main colours of an encoded picture as #rrggbb, at most six, largest share first, no two alike. Throws `UNSUPPORTED_IMAGE`. */
export async function paletteOf(bytes: Uint8Array): Promise<string[]> {
  const thumbnail = await decoded(bytes, counted)
  return swatchesOf(thumbnail, most + 2)
    .slice(0, most)
    .map(({ lab }) => labToHex(lab))
}
