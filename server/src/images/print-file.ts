import { renderAsync } from '@resvg/resvg-js'
import type { FileFormat } from 'shared'
import sharp, { type Sharp } from 'sharp'
import { ToileError } from '../platform/errors.ts'
import { decodeLimits } from './guard.ts'
import { labelPng } from './png-chunks.ts'
import type { PrintSize } from './print-size.ts'
import { type Saying, xmpOf } from './xmp.ts'

export const mimeOf: Record<FileFormat, string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** Most px of a WebP without loss: four times as many took ten seconds, fifty million six minutes. Larger ones lose next to nothing. */
const losslessPixels = 2048 * 2048

/** An image as it is stored. */
export interface Stored {
  bytes: Uint8Array
  mime: string
  width: number
  height: number
  svg: string | null
}

/**
 * A file to print from: of the size asked for, which is written into it beside what made it. A PNG whose px stay keeps them as
 * they were compressed; a print that was drawn of shapes is drawn anew in a larger size, not blown up; WebP up to 2048² loses
 * nothing. Throws `NOT_FOUND` for an svg of what has no shapes.
 */
export async function printFile(
  stored: Stored,
  format: FileFormat,
  size: PrintSize,
  said: Omit<Saying, 'exact'>,
): Promise<Uint8Array> {
  if (format === 'svg') return Buffer.from(labelSvg(stored.svg, size, xmpOf({ ...said, exact: false })))
  const resized = size.width !== stored.width || size.height !== stored.height
  const lossless = format === 'png' || (format === 'webp' && size.width * size.height <= losslessPixels)
  const xmp = xmpOf({ ...said, exact: lossless && !resized })
  if (format === 'png') {
    const png =
      resized || stored.mime !== 'image/png'
        ? await (await pictureOf(stored, size)).png({ compressionLevel: 3 }).toBuffer()
        : stored.bytes
    const labelled = labelPng(png, { xmp, dpi: size.dpi })
    if (labelled === null) throw new Error('A stored PNG is broken')
    return labelled
  }
  const picture = (await pictureOf(stored, size)).withDensity(size.dpi).withXmp(xmp)
  const encoded =
    format === 'webp'
      ? picture.webp(lossless ? { lossless, exact: true, effort: 2 } : { quality: 95, effort: 2 })
      : picture.flatten({ background: '#ffffff' }).jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
  return encoded.toBuffer()
}

async function pictureOf(stored: Stored, { width, height }: PrintSize): Promise<Sharp> {
  const larger = width > stored.width
  if (stored.svg === null || !larger) return sharp(stored.bytes, decodeLimits).resize(width, height, { fit: 'fill' })
  // Only svg that we wrote comes here: resvg reads local files that an svg names.
  const drawn = await renderAsync(stored.svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
  const raw = { width: drawn.width, height: drawn.height, channels: 4 } as const
  return sharp(drawn.pixels, { raw }).removeAlpha().resize(width, height, { fit: 'fill' })
}

/** The shapes with their size in print and what made them. */
function labelSvg(svg: string | null, { widthCm, heightCm }: PrintSize, xmp: string): string {
  if (svg === null) throw new ToileError('NOT_FOUND')
  const packet = xmp.replace(/<\?xpacket[^>]*>\n?/g, '')
  // By a function: in a text to put in, `$` has a meaning of its own, and prompts may have one.
  return svg.replace(
    /^<svg ([^>]*)>/,
    (_, said) => `<svg width="${widthCm}cm" height="${heightCm}cm" ${said}><metadata>${packet}</metadata>`,
  )
}
