import { maxUploadBytes } from 'shared'
import sharp, { type Metadata } from 'sharp'
import { ToileError } from '../platform/errors.ts'

/** Most pixels that are decoded: about 7,000 × 7,000. */
export const maxPixels = 50_000_000
/** Longest edge that is decoded, in px: a picture of 2,000,000 × 16 px took a gigabyte. */
export const maxEdge = 32_768
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

/** How bytes from outside are decoded: bounded in pixels and channels, from top to bottom, the first frame alone, refused where broken. */
export const decodeLimits = { limitInputPixels: maxPixels, limitInputChannels: 5, sequentialRead: true, failOn: 'error' } as const
/** Longest time for one picture, in s. The largest AVIF takes 2. */
const patience = { seconds: 20 }

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
  const upright = sharp(bytes, decodeLimits)
    .timeout(patience)
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

/** A picture in the simplest form: RGBA in sRGB, 8 bits each, row by row from the top. */
export interface Pixels {
  data: Buffer
  width: number
  height: number
}

/**
 * Decodes what an engine answered before it counts as an image. `png` are the bytes themselves where they are a PNG of plain
 * sRGB, else the same picture as PNG. Throws as `admit` does.
 */
export async function inspect(bytes: Uint8Array): Promise<{ png: Uint8Array; pixels: Pixels }> {
  const { format, space, depth, hasProfile, orientation = 1 } = await look(bytes)
  const plain = format === 'png' && (space === 'srgb' || space === 'b-w') && depth === 'uchar' && !hasProfile && orientation === 1
  const decoded = sharp(bytes, decodeLimits).timeout(patience).autoOrient().toColourspace('srgb')
  try {
    const png = plain ? bytes : await decoded.png({ compressionLevel: 6 }).toBuffer()
    return { png, pixels: await pixelsOf(png) }
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
}

async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const decoded = sharp(png, decodeLimits).timeout(patience).toColourspace('srgb').ensureAlpha()
  const { data, info } = await decoded.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Reads the header only: refuses other formats and more pixels than may be decoded, before anything is decoded. */
async function look(bytes: Uint8Array): Promise<Metadata> {
  let metadata: Metadata
  try {
    metadata = await sharp(bytes, { ...decodeLimits, limitInputPixels: false }).metadata()
  } catch (cause) {
    throw new ToileError('UNSUPPORTED_IMAGE', {}, { cause })
  }
  if (!formats.has(metadata.format)) throw new ToileError('UNSUPPORTED_IMAGE')
  const { width, height } = metadata
  if (width * height > maxPixels || Math.max(width, height) > maxEdge) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
  return metadata
}

/** A preview of at most 384 px, WebP. */
export async function thumbnail(bytes: Uint8Array): Promise<Buffer> {
  return await sharp(bytes, decodeLimits)
    .resize(384, 384, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer()
}
