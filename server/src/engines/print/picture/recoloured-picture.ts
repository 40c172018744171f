import type { Raster } from '../raster.ts'
import { recolouredCalmly } from './calm-hues.ts'
import { recoloured } from './colour-map.ts'
import { decoded } from './decode.ts'
import { withContrast } from './flat-source.ts'
import { mappedTo } from './recolour.ts'
import { readyFor, resampled } from './resample.ts'
import { type ColourWishes, colourMapFor } from './set-colours.ts'
import { tonesOf } from './tones.ts'

/** The picture in other colours: those asked for, else some of the house's by mood and seed. Nothing else about it changes. */
export async function recolouredPicture(source: Uint8Array, size: number, seed: number, wishes: ColourWishes): Promise<Raster> {
  const whole = await withContrast(await decoded(source, size * 2))
  const tones = await tonesOf(whole)
  const picture = await resampled(tones.flat ? whole : await readyFor(whole, size), size, size, 'cover')
  const asked = wishes.colours.length > 0 || wishes.ground !== null
  const map = asked ? mappedTo(wishes.colours, wishes.ground, tones) : colourMapFor('first', { index: 0, seed }, wishes, tones)
  if (!map) return picture
  return tones.flat ? recoloured(picture, map) : recolouredCalmly(picture, map, false)
}
