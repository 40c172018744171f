import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

type Bytes = Uint8Array<ArrayBuffer>

/** A picture like a photograph: light falls off to one side, things stand in it, there is grain. Its edges do not meet. */
export async function photograph(width = 900, height = 700): Promise<Bytes> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>
    <linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#f6e3c5"/><stop offset=".55" stop-color="#c7795b"/>
    <stop offset="1" stop-color="#24324f"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#sky)"/>
    <circle cx="${width * 0.3}" cy="${height * 0.4}" r="${height * 0.2}" fill="#a63d40"/>
    <ellipse cx="${width * 0.7}" cy="${height * 0.62}" rx="${width * 0.18}" ry="${height * 0.24}" fill="#90a959"/>
    <path d="M0 ${height * 0.8} Q ${width * 0.4} ${height * 0.6} ${width} ${height * 0.9} V ${height} H 0 Z" fill="#4a5859"/></svg>`
  const drawn = await sharp(Buffer.from(scene)).removeAlpha().raw().toBuffer()
  const random = randomNumbers(7)
  const grainy = drawn.map((value) => Math.max(0, Math.min(255, value + (random() - 0.5) * 14)))
  return png(sharp(grainy, { raw: { width, height, channels: 3 } }))
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

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
