import { rgbToLab } from '../colour/oklab.ts'
import type { Raster } from '../raster.ts'
import { resampled } from './resample.ts'

/** Side of the thumbnail looked at, and cells along it. */
const looked = 64
const cells = 4
/** Of a texture, cells differ from each other by at most this share of what pixels differ by inside them. */
const most = 0.4

/** True where a picture is as much the same everywhere as pebbles or cloth are: it shows a stuff, not a thing. */
export async function isTexture(picture: Raster): Promise<boolean> {
  const { data } = await resampled(picture, looked, looked, 'fill')
  const side = looked / cells
  const means: number[] = []
  let within = 0
  for (let cell = 0; cell < cells * cells; cell++) {
    const [left, top] = [(cell % cells) * side, Math.floor(cell / cells) * side]
    const lightness = Array.from({ length: side * side }, (_, pixel) => {
      const at = ((top + Math.floor(pixel / side)) * looked + left + (pixel % side)) * 3
      return rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0).l
    })
    means.push(meanOf(lightness))
    within += spreadOf(lightness) / cells ** 2
  }
  return spreadOf(means) < within * most
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function spreadOf(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}
