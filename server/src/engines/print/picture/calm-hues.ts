import { cropped, emptyRaster, type Raster } from '../raster.ts'
import { type ColourMap, recolouringBy } from './colour-map.ts'
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
  const hues = recolour(await evened(await withMargin(small, margin, torus)))
  const [across, down] = [width / small.width, height / small.height]
  const large = await resampled(hues, Math.round(hues.width * across), Math.round(hues.height * down), 'fill', 'cubic')
  const inside = cropped(large, Math.round(margin * across), Math.round(margin * down), width, height)
  return shadedAs(recolour(picture), inside)
}

/** The hues of one picture at the light of another: made darker as a shade is, made lighter towards white. */
function shadedAs(light: Raster, hues: Raster): Raster {
  const result = emptyRaster(light.width, light.height)
  const { data } = result
  for (let at = 0; at < data.length; at += 3) {
    const [r, g, b] = [hues.data[at] ?? 0, hues.data[at + 1] ?? 0, hues.data[at + 2] ?? 0]
    const own = luma(r, g, b)
    const wanted = luma(light.data[at] ?? 0, light.data[at + 1] ?? 0, light.data[at + 2] ?? 0)
    if (wanted <= own) {
      const keep = wanted / Math.max(1, own)
      data[at] = r * keep + 0.5
      data[at + 1] = g * keep + 0.5
      data[at + 2] = b * keep + 0.5
    } else {
      const lift = (wanted - own) / Math.max(1, 255 - own)
      data[at] = r + (255 - r) * lift + 0.5
      data[at + 1] = g + (255 - g) * lift + 0.5
      data[at + 2] = b + (255 - b) * lift + 0.5
    }
  }
  return result
}

const luma = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b
