import sharp, { type Sharp } from 'sharp'
import { ToileError } from '../../../platform/errors.ts'
import type { Raster } from '../raster.ts'

/** Most pixels a source may have: a decoded one is 150 MB. */
const maxPixels = 5e7

/** A source's picture, upright, in sRGB, on white where it was see-through, made to fit `width` × `height`. */
export async function decoded(bytes: Uint8Array, width: number, height: number, fit: 'cover' | 'inside'): Promise<Raster> {
  const resized = (picture: Sharp) => picture.resize(width, height, { fit, kernel: 'lanczos3' })
  return rawOf(resized(opened(bytes)))
}

function opened(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).autoOrient()
}

async function rawOf(picture: Sharp): Promise<Raster> {
  try {
    const { data, info } = await picture
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data: info.channels === 3 ? data : tripled(data), width: info.width, height: info.height }
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

/** One grey channel as three. */
function tripled(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3)
  grey.forEach((value, at) => {
    rgb.fill(value, at * 3, at * 3 + 3)
  })
  return rgb
}
