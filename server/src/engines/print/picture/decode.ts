import sharp, { type Sharp } from 'sharp'
import { ToileError } from '../../../platform/errors.ts'
import type { Raster } from '../raster.ts'

/** Most pixels a source may have: a decoded one is 150 MB. */
const maxPixels = 5e7

/** A part of a picture, as shares of its width and height. */
export interface Region {
  left: number
  top: number
  width: number
  height: number
}

/** A source's picture, upright, in sRGB, on white where it was see-through; `inside` keeps its proportions. Throws `UNSUPPORTED_IMAGE`. */
export function decoded(bytes: Uint8Array, width: number, height: number, fit: 'cover' | 'inside' | 'fill'): Promise<Raster> {
  return guarded(() => rawOf(opened(bytes).resize(width, height, { fit, kernel: 'lanczos3' })))
}

/** A sample of a source's own pixels, none of them a blend of several. Throws `UNSUPPORTED_IMAGE`. */
export function sampled(bytes: Uint8Array, side: number): Promise<Raster> {
  return guarded(() => rawOf(opened(bytes).resize(side, side, { fit: 'fill', kernel: 'nearest', fastShrinkOnLoad: false })))
}

/** A source's whole picture in the middle of a square of `side` px, on a ground of a colour. Throws `UNSUPPORTED_IMAGE`. */
export function decodedOn(bytes: Uint8Array, ground: string, side: number): Promise<Raster> {
  return guarded(() =>
    rawOf(
      opened(bytes)
        .flatten({ background: '#ffffff' })
        .resize(side, side, { fit: 'contain', background: ground, kernel: 'lanczos3' }),
    ),
  )
}

/** A part of a source's picture, made exactly `width` × `height`. Throws `UNSUPPORTED_IMAGE`. */
export function decodedRegion(bytes: Uint8Array, region: Region, width: number, height: number): Promise<Raster> {
  return guarded(async () => {
    const { autoOrient: whole } = await opened(bytes).metadata()
    const part = {
      left: Math.floor(region.left * whole.width),
      top: Math.floor(region.top * whole.height),
      width: Math.max(1, Math.floor(region.width * whole.width)),
      height: Math.max(1, Math.floor(region.height * whole.height)),
    }
    return rawOf(opened(bytes).extract(part).resize(width, height, { fit: 'fill', kernel: 'lanczos3' }))
  })
}

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient()
}

async function guarded(decode: () => Promise<Raster>): Promise<Raster> {
  try {
    return await decode()
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

async function rawOf(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: info.channels === 3 ? data : tripled(data), width: info.width, height: info.height }
}

/** One grey channel as three. */
function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3)
  grey.forEach((value, at) => {
    rgb.fill(value, at * 3, at * 3 + 3)
  })
  return rgb
}
