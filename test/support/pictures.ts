import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { randomNumbers } from './random.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A picture like a photograph: light falls off to one side, things stand in it, there is grain. Its edges do not meet. */
export async function photograph(width = 900, height = 700): Promise<Bytes> {
  const pixels = Buffer.alloc(width * height * 3)
  const random = randomNumbers(7)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = sceneAt(x / width, y / height)
      const grain = (random() - 0.5) * 14
      for (let c = 0; c < 3; c++) pixels[(y * width + x) * 3 + c] = Math.max(0, Math.min(255, (colour[c] ?? 0) + grain))
    }
  }
  return png(sharp(pixels, { raw: { width, height, channels: 3 } }))
}

/** An evening sky over hills, with a red sun and a green balloon. Places run from 0 to 1. */
function sceneAt(x: number, y: number): number[] {
  const inside = (cx: number, cy: number, rx: number, ry: number) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1
  if (y > 0.82 - 0.12 * Math.sin(x * 5 + 0.4)) return [74 - 30 * y, 88, 89]
  if (inside(0.7, 0.45, 0.13, 0.22)) return [144, 169, 89 + 60 * y]
  if (inside(0.3, 0.4, 0.15, 0.2)) return [166, 61 + 40 * x, 64]
  const dusk = (x + y) / 2
  return [246 - 200 * dusk, 227 - 170 * dusk, 197 - 110 * dusk]
}

/** A plain picture of one colour. */
export async function plain(width: number, height: number, colour: string): Promise<Bytes> {
  return png(sharp({ create: { width, height, channels: 3, background: colour } }))
}

async function png(picture: Sharp): Promise<Bytes> {
  return new Uint8Array(await picture.png().toBuffer())
}

/** A whole and valid PNG of width × height black pixels, one bit each: small in bytes, huge when it is decoded. */
export function blackPng(width: number, height: number): Bytes {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(lines, { level: 1 })), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
