import { framedOn, type Region, squareOf } from 'shared'
import type { Raster } from '../raster.ts'
import { resampled } from './resample.ts'

/** Which square of a longer picture to take, so that what it shows stands in the middle. */
export async function framed(picture: Raster): Promise<Region> {
  const { data, width, height } = await resampled(picture, framedOn, framedOn, 'inside')
  return squareOf(data, width, height)
}
