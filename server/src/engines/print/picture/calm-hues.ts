import { cropped, emptyRaster, type Raster } from '../raster.ts'
import { type ColourMap, luma, recolouringBy } from './colour-map.ts'
import { evened, resampled, withMargin } from './resample.ts'

/** Longest side of the copy whose hues are taken: what is finer than a hundredth of the picture's side has none of its own. */
const hueSide = 300
/** px around it, so that its edges are as true as its middle. */
const margin = 6

/**
 * A photograph in other colours: hue comes from the picture with its grain evened out, light and shade from the picture as it
 * is. Hair, grain and noise, which go to and fro between two main colours, so keep to one. On a torus it tiles as it did.
 */
export async function recolouredCalmly(picture: Raster, map: ColourMap, torus: boolean): Promise<Raster> {
  const { width, height } = picture
  const recolour = recolouringBy(map, picture)
  const small = await resampled(picture, Math.min(hueSide, width), Math.min(hueSide, height), 'inside')
  const hues = recolour.colours(await evened(await withMargin(small, margin, torus)))
  const [across, down] = [width / small.width, height / small.height]
  const large = await resampled(hues, Math.round(hues.width * across), Math.round(hues.height * down), 'fill', 'linear')
  const inside = cropped(large, Math.round(margin * across), Math.round(margin * down), width, height)
  return shadedAs(recolour.light(picture), inside)
}

/** The hues of a picture at another's light: made darker as a shade is, made lighter towards white. */
function shadedAs(light: Uint8Array, hues: Raster): Raster {
  const result = emptyRaster(hues.width, hues.height)
  const { data } = result
  for (let pixel = 0, at = 0; pixel < light.length; pixel++, at += 3) {
    const r = hues.data[at] ?? 0
    const g = hues.data[at + 1] ?? 0
    const b = hues.data[at + 2] ?? 0
    const own = luma(r, g, b)
    const wanted = light[pixel] ?? 0
    const isShade = wanted <= own
    const keep = isShade ? wanted / Math.max(1, own) : (255 - wanted) / Math.max(1, 255 - own)
    const white = isShade ? 0.5 : 255 * (1 - keep) + 0.5
    data[at] = r * keep + white
    data[at + 1] = g * keep + white
    data[at + 2] = b * keep + white
  }
  return result
}
