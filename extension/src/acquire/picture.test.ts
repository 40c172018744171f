import { afterEach, expect, test, vi } from 'vitest'
import { isDrawing, pictureFrom } from './picture'

afterEach(() => vi.unstubAllGlobals())

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
const webp = new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 ')
const avif = new TextEncoder().encode('\0\0\0\x1cftypavif\0\0\0\0')
const svg = new TextEncoder().encode('<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg"/>')
const html = new TextEncoder().encode('<!doctype html><p>Log in to see this picture')

/** What an address gives when its server says `type` and sends `body`. */
async function answered(body: Uint8Array<ArrayBuffer>, type: string | null, status = 200): Promise<Blob | null> {
  const headers: Record<string, string> = type === null ? {} : { 'content-type': type }
  vi.stubGlobal('fetch', async () => new Response(new Blob([body]), { status, headers }))
  return pictureFrom('http://127.0.0.1/picture', {})
}

test.each([
  ['PNG without a type', png, null, 'image/png'],
  ['PNG as a download', png, 'application/octet-stream', 'image/png'],
  ['WebP that is called JPEG', webp, 'image/jpeg', 'image/webp'],
  ['AVIF as text', avif, 'text/plain', 'image/avif'],
  ['a picture of a kind nobody knows here', new Uint8Array([1, 2, 3]), 'image/x-new', 'image/x-new'],
])('%s is a picture, and says what it is', async (_name, body, type, told) => {
  expect((await answered(body, type))?.type).toBe(told)
})

test('a drawing is known for one, whatever its server calls it', async () => {
  const blob = await answered(svg, 'text/xml')
  expect(blob && isDrawing(blob)).toBe(true)
})

test('a page in the place of a picture, an empty answer and a refusal are no picture', async () => {
  expect(await answered(html, 'text/html')).toBeNull()
  expect(await answered(new Uint8Array(), 'image/png')).toBeNull()
  expect(await answered(png, 'image/png', 404)).toBeNull()
})
