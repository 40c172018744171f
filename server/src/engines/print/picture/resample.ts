import type { Region } from 'shared'
import sharp, { type ResizeOptions, type Sharp } from 'sharp'
import type { Raster } from '../raster.ts'

const opened = ({ data, width, height }: Raster) => sharp(data, { raw: { width, height, channels: 3 } })

/** The picture at another size. `cover` cuts, `inside` keeps its proportions, `fill` stretches. */
export function resampled(
  picture: Raster,
  width: number,
  height: number,
  fit: 'cover' | 'inside' | 'fill',
  kernel: 'lanczos3' | 'cubic' | 'linear' | 'nearest' | 'mitchell' = 'lanczos3',
): Promise<Raster> {
  return rawOf(opened(picture), width, height, { fit, kernel })
}

/** A sample of the picture's own pixels, none of them a blend of several. */
export function sampled(picture: Raster, side: number): Promise<Raster> {
  return rawOf(opened(picture), side, side, { fit: 'fill', kernel: 'nearest' })
}

/** The whole picture in the middle of a square, on a ground of a colour. */
export function setOn(picture: Raster, ground: string, side: number): Promise<Raster> {
  return rawOf(opened(picture), side, side, { fit: 'contain', background: ground, kernel: 'lanczos3' })
}

/** A part of the picture, made exactly a square of `side` px. */
export function resampledRegion(picture: Raster, region: Region, side: number): Promise<Raster> {
  const part = {
    left: Math.floor(region.left * picture.width),
    top: Math.floor(region.top * picture.height),
    width: Math.max(1, Math.floor(region.width * picture.width)),
    height: Math.max(1, Math.floor(region.height * picture.height)),
  }
  return rawOf(opened(picture).extract(part), side, side, { fit: 'fill', kernel: 'lanczos3' })
}

/** The picture with what is finer than about `sigma` px smoothed away; on a torus, over its edges too. */
export async function blurred(picture: Raster, sigma: number, torus: boolean): Promise<Raster> {
  const { width, height } = picture
  const wide = torus ? Math.min(width, height, Math.ceil(sigma * 4)) : 0
  const around = { left: wide, right: wide, top: wide, bottom: wide }
  const whole = wide > 0 ? opened(picture).extend({ ...around, extendWith: 'repeat' }) : opened(picture)
  const data = await whole.toColourspace('srgb').raw().toBuffer()
  const soft = sharp(data, { raw: { width: width + wide * 2, height: height + wide * 2, channels: 3 } }).blur(
    Math.max(0.3, sigma),
  )
  return { data: await soft.extract({ left: wide, top: wide, width, height }).raw().toBuffer(), width, height }
}

/** How far a picture may be enlarged before it looks soft. */
const softFrom = 1.3

/** A picture that is to be shown with its shorter side at `side` px: where that enlarges it, its edges are made steeper first. */
export async function readyFor(picture: Raster, side: number): Promise<Raster> {
  const times = side / Math.min(picture.width, picture.height)
  if (times < softFrom) return picture
  const data = await opened(picture)
    .sharpen({ sigma: 0.9, m1: 0.4, m2: Math.min(2, times), x1: 1.5 })
    .raw()
    .toBuffer()
  return { ...picture, data }
}

/** The picture with `margin` px more on every side: on a torus what comes next there, else its own reflection. */
export async function withMargin(picture: Raster, margin: number, torus: boolean): Promise<Raster> {
  const { width, height } = picture
  const around = { left: margin, right: margin, top: margin, bottom: margin }
  const data = await opened(picture)
    .extend({ ...around, extendWith: torus ? 'repeat' : 'mirror' })
    .raw()
    .toBuffer()
  return { data, width: width + margin * 2, height: height + margin * 2 }
}

/** The picture with each pixel the middle one of the square of 5 px around it: grain goes, edges stay. */
export async function evened(picture: Raster): Promise<Raster> {
  return { ...picture, data: await opened(picture).median(5).raw().toBuffer() }
}

async function rawOf(picture: Sharp, width: number, height: number, how: ResizeOptions): Promise<Raster> {
  const { data, info } = await picture.resize(width, height, how).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
