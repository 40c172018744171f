import { emptyRaster, type Raster } from '../../raster.ts'
import { resampled } from '../resample.ts'
import { type Beyond, bandWithMargin } from './margins.ts'
import { type Sharpness, withinSource, withSharperEdges } from './sharper-edges.ts'

/** px of the source that are worked on at a time: memory stays small however large the result is. */
const bandPixels = 1 << 18
/** px of the source around a band that its edges may depend on. */
const margin = 8

/** A picture 2 or 4 times as long: smoothly enlarged by 2, its edges made sharp again, as often as it takes. */
export async function smoothlyUpscaled(picture: Raster, factor: number, beyond: Beyond, sharpness: Sharpness): Promise<Raster> {
  const { width, height } = picture
  const result = emptyRaster(width * factor, height * factor)
  const rows = Math.max(1, Math.floor(bandPixels / width))
  for (let top = 0; top < height; top += rows) {
    let band = bandWithMargin(picture, top, Math.min(rows, height - top), margin, beyond)
    for (let times = 1; times < factor; times *= 2) {
      const doubled = await resampled(band, band.width * 2, band.height * 2, 'fill')
      band = withSharperEdges(withinSource(doubled, band), sharpness)
    }
    for (let y = 0; y < band.height - 2 * margin * factor; y++) {
      const from = ((y + margin * factor) * band.width + margin * factor) * 3
      result.data.set(band.data.subarray(from, from + result.width * 3), (top * factor + y) * result.width * 3)
    }
  }
  return result
}
