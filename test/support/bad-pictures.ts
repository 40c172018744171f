import { blackPng } from './pictures.ts'

/** A file that is no picture Toile can use, and what is wrong with it. */
export interface BadPicture {
  what: string
  file: { name: string; mimeType: string; buffer: Buffer }
  code: 'UNSUPPORTED_IMAGE' | 'IMAGE_TOO_LARGE'
}

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>fetch("http://127.0.0.1")</script></svg>'
const html = '<!doctype html><title>Not a picture</title><script>alert(1)</script>'

const file = (name: string, mimeType: string, content: string | Uint8Array) => ({ name, mimeType, buffer: Buffer.from(content) })

/** Files as they come from designers' disks, and from people who mean no good. */
export function badPictures(): BadPicture[] {
  return [
    { what: 'an empty file', file: file('empty.png', 'image/png', ''), code: 'UNSUPPORTED_IMAGE' },
    { what: 'an SVG', file: file('drawing.svg', 'image/svg+xml', svg), code: 'UNSUPPORTED_IMAGE' },
    { what: 'an SVG named .png', file: file('drawing.png', 'image/png', svg), code: 'UNSUPPORTED_IMAGE' },
    { what: 'HTML named .png', file: file('page.png', 'image/png', html), code: 'UNSUPPORTED_IMAGE' },
    { what: 'half a PNG', file: file('half.png', 'image/png', blackPng(800, 800).slice(0, 90)), code: 'UNSUPPORTED_IMAGE' },
    {
      what: 'a PNG of 30,000 × 30,000 px',
      file: file('bomb.png', 'image/png', blackPng(30_000, 30_000)),
      code: 'IMAGE_TOO_LARGE',
    },
  ]
}
