import { rgbToLab } from '../../colour/oklab.ts'
import type { Raster } from '../../raster.ts'
import { resampled } from '../resample.ts'

/** A small picture in OKLab: three numbers a cell. */
export interface SmallPicture {
  width: number
  height: number
  labs: Float32Array
}

/** A picture made small, or at least brought to a size of the grid, `width` × `height` cells. */
export async function smallPicture(picture: Raster, width: number, height: number): Promise<SmallPicture> {
  const { data } = await resampled(picture, width, height, 'fill')
  const labs = new Float32Array(width * height * 3)
  for (let at = 0; at < labs.length; at += 3) {
    const { l, a, b } = rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    labs[at] = l
    labs[at + 1] = a
    labs[at + 2] = b
  }
  return { width, height, labs }
}
