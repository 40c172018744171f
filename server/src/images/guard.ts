import { maxUploadBytes } from 'shared'
import sharp, { type Metadata } from 'sharp'
import { ToileError } from '../platform/errors.ts'

/** Most pixels that are decoded: about 7,000 × 7,000. */
export const maxPixels = 50_000_000
/** Longest edge of a stored source in px; larger pictures are scaled down, since no print needs them as a source. */
const maxSourceEdge = 4096

const formats = new Set(['jpeg', 'png', 'webp', 'gif', 'avif', 'heif'])

// What is not on this list can't be opened at all: SVG, PDF and the rest run code or read files.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})

/** A picture that was decoded whole and can be stored. */
export interface GoodImage {
  bytes: Buffer
  mime: 'image/png' | 'image/jpeg'
  width: number
  height: number
}

/**
 * Takes bytes from outside and gives back a picture of ours: decoded whole, upright, in sRGB, without EXIF, its longest edge
 * at most 4096 px. Throws `UNSUPPORTED_IMAGE` (not a picture, or not one of JPEG, PNG, WebP, GIF, AVIF, HEIF) or `IMAGE_TOO_LARGE`.
 */
export async function admit(bytes: Uint8Array): Promise<GoodImage> {
  if (bytes.length > maxUploadBytes) throw new ToileError('IMAGE_TOO_LARGE', { maxBytes: maxUploadBytes })
  const { format, hasAlpha } = await look(bytes)
  const upright = sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' })
    .autoOrient()
    .toColourspace('srgb')
    .resize(maxSourceEdge, maxSourceEdge, { fit: 'inside', withoutEnlargement: true })
  const photo = format === 'jpeg' && !hasAlpha
  const encoded = photo ? upright.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }) : upright.png({ compressionLevel: 6 })
  try {
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    return { bytes: data, mime: photo ? 'image/jpeg' : 'image/png', width: info.width, height: info.height }
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

/** Decodes what an engine answered before it counts as an image, and tells its size. The bytes stay as they are. */
export async function inspect(bytes: Uint8Array): Promise<{ mime: string; width: number; height: number }> {
  const { format, width, height } = await look(bytes)
  try {
    await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'error' }).stats()
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
  return { mime: `image/${format}`, width, height }
}

/** Reads the header only: refuses other formats and more pixels than may be decoded, before anything is decoded. */
async function look(bytes: Uint8Array): Promise<Metadata> {
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
  if (!formats.has(metadata.format)) throw new ToileError('UNSUPPORTED_IMAGE')
  if (metadata.width * metadata.height > maxPixels) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
  return metadata
}

/** A preview of at most 384 px, WebP. */
export async function thumbnail(bytes: Uint8Array): Promise<Buffer> {
  return await sharp(bytes, { limitInputPixels: maxPixels })
    .resize(384, 384, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
}
