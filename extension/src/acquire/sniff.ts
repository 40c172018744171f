/** Enough of a file to tell what it is. */
const headBytes = 256

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))

/**
 * The picture type that a file's first bytes tell, or null. Servers are no help here: many shops and stores send their
 * pictures as `application/octet-stream` or without any type, and browsers show them all the same.
 */
export async function sniffedType(file: Blob): Promise<string | null> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer())
  const text = ascii(head, 0, head.length)
  if (text.startsWith('\x89PNG')) return 'image/png'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('GIF8')) return 'image/gif'
  if (text.startsWith('RIFF') && ascii(head, 8, 12) === 'WEBP') return 'image/webp'
  if (/^ftyp(avi[fs]|hei[cfsx]|mif1)/.test(ascii(head, 4, 12))) return 'image/avif'
  if (/^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)) return 'image/svg+xml'
  return null
}
