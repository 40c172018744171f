import { ToileError } from '../../../platform/errors.ts'
import { difference, type Lab, rgbToLab } from '../colour/oklab.ts'
import type { Raster } from '../raster.ts'
import { resampled } from './resample.ts'

/** ΔE_OK that the eye tells apart side by side. */
const visible = 0.03
/** Share of the picture that must differ; less is dust. */
const leastShare = 0.0005
/** Side of the thumbnail looked at, in px. */
const looked = 128

/** True where a picture is one colour to the eye: nothing can be made of it. */
export async function isFlat(picture: Raster): Promise<boolean> {
  const sample = await resampled(picture, looked, looked, 'inside')
  const labs = Array.from({ length: sample.data.length / 3 }, (_, at) =>
    rgbToLab(sample.data[at * 3] ?? 0, sample.data[at * 3 + 1] ?? 0, sample.data[at * 3 + 2] ?? 0),
  )
  const median = (channel: keyof Lab) => Float64Array.from(labs, (lab) => lab[channel]).sort()[labs.length >> 1] ?? 0
  const middle = { l: median('l'), a: median('a'), b: median('b') }
  return labs.filter((lab) => difference(lab, middle) > visible).length / labs.length < leastShare
}

/** The picture, where something is to be seen in it. Throws `UNSUPPORTED_IMAGE`. */
export async function withContrast(picture: Raster): Promise<Raster> {
  if (await isFlat(picture)) throw new ToileError('UNSUPPORTED_IMAGE')
  return picture
}
