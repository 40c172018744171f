import sharp from 'sharp'
import { ToileError } from '../../../platform/errors.ts'
import type { Raster } from '../raster.ts'

/** Most pixels a source may have: a decoded one is 150 MB. */
const maxPixels = 5e7

/**
 * A source's picture, upright, in sRGB, on white where it was see-through, no longer than `longest` px; small ones stay as
 * they are. Throws `UNSUPPORTED_IMAGE`.
 */
export async function decoded(bytes: Uint8Array, longest: number): Promise<Raster> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
      .autoOrient()
      .resize(longest, longest, { fit: 'inside', withoutEnlargement: true, kernel: 'lanczos3' })
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
