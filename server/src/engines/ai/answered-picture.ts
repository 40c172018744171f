import sharp from 'sharp'
// It also blocks every decoder but those of pictures.
import { decodeLimits, maxEdge, maxPixels } from '../../images/guard.ts'
import { ToileError } from '../../platform/errors.ts'
import { smallestTier } from './sizes.ts'

const usual: ReadonlySet<string> = new Set(['png', 'jpeg', 'webp'])

/**
 * What a service answered, once it was decoded whole: PNG, JPEG or WebP, its longest edge at most `size` px. Throws
 * `ENGINE_FAILED` where it is no picture, one of more pixels than are decoded, or one so small that it costs less.
 * @param size null: as large as it is
 */
export async function answeredPicture(bytes: Uint8Array, size: number | null): Promise<Uint8Array> {
  const picture = sharp(bytes, decodeLimits)
  try {
    const { format, width, height } = await picture.metadata()
    if (width * height > maxPixels || Math.max(width, height) > maxEdge) throw new RangeError(`${width} × ${height} px`)
    if (size !== null && size > smallestTier && Math.max(width, height) <= size / 2)
      throw new RangeError(`Only ${width} × ${height} px`)
    if (usual.has(format) && (size === null || Math.max(width, height) <= size)) {
      await picture.stats()
      return bytes
    }
    const fitting = size === null ? picture : picture.resize(size, size, { fit: 'inside', withoutEnlargement: true })
    return await fitting.png({ compressionLevel: 6 }).toBuffer()
  } catch (cause) {
    throw new ToileError('ENGINE_FAILED', {}, { cause })
  }
}
