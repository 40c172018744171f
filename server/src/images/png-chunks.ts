import { crc32 } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** What makes up the picture itself; everything else in a PNG only tells of it. */
const pictureChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])

const metresPerInch = 0.0254

/** What a PNG tells of its picture. */
export interface PngLabel {
  xmp: string
  /** Pixels to an inch. PNG keeps whole pixels to the metre: 300 dpi become 299.9994. */
  dpi: number
}

/**
 * The same picture under another label: its pixels as they were compressed, marked as sRGB, with print resolution and XMP, and
 * nothing else of what the file said. Null where the bytes are no whole PNG; checksums are believed, since whoever decoded the
 * picture has checked them.
 */
export function labelPng(png: Uint8Array, { xmp, dpi }: PngLabel): Buffer | null {
  const [header, ...picture] = pictureOf(png) ?? []
  if (header === undefined) return null
  const label = [chunk('sRGB', Buffer.from([0])), chunk('pHYs', resolution(dpi)), chunk('iTXt', xmpText(xmp))]
  return Buffer.concat([signature, header, ...label, ...picture])
}

/** The chunks of the picture, framed as they are, up to the end of it. Null where the end is missing. */
function pictureOf(png: Uint8Array): Buffer[] | null {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  if (!bytes.subarray(0, 8).equals(signature)) return null
  const kept: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (pictureChunks.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') return kept
    at = end
  }
  return null
}

/** Length, type, data and CRC-32 of type and data. */
export function chunk(type: string, data: Buffer): Buffer {
  const framed = Buffer.alloc(12 + data.length)
  framed.writeUInt32BE(data.length, 0)
  framed.write(type, 4, 'latin1')
  data.copy(framed, 8)
  framed.writeUInt32BE(crc32(framed.subarray(4, 8 + data.length)), 8 + data.length)
  return framed
}

/** Pixels to the metre, across and down; unit 1 is the metre. */
function resolution(dpi: number): Buffer {
  const data = Buffer.alloc(9)
  const toTheMetre = Math.round(dpi / metresPerInch)
  data.writeUInt32BE(toTheMetre, 0)
  data.writeUInt32BE(toTheMetre, 4)
  data[8] = 1
  return data
}

/** Keyword, then four empty fields: not compressed, no method, no language, no translation (XMP part 3, 1.1.5). */
function xmpText(xmp: string): Buffer {
  return Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)
}
