import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { ToileError } from '../platform/errors.ts'
import { admit, inspect } from './guard.ts'
import { chunk } from './png-chunks.ts'

const photo = (channels: 3 | 4 = 3): Sharp =>
  sharp({ create: { width: 60, height: 40, channels, background: { r: 200, g: 98, b: 62, alpha: 0.5 } } })

/** The code and details that it refuses with; null where it does not. */
async function refusal(taking: Promise<unknown>): Promise<string | null> {
  try {
    await taking
    return null
  } catch (error) {
    if (error instanceof ToileError) return error.code
    throw error
  }
}

/** A PNG with further chunks behind its header. */
async function pngWith(...chunks: Buffer[]): Promise<Buffer> {
  const png = await photo().png().toBuffer()
  return Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])
}

/** Frames that differ, so that an encoder cannot drop any. */
async function frames(count: number): Promise<Sharp> {
  const data = Buffer.alloc(8 * 8 * count * 4, 255)
  for (let at = 0; at < count; at++) data.fill(at, at * 256, at * 256 + 64)
  return sharp(data, { raw: { width: 8, height: 8 * count, channels: 4, pageHeight: 8 } })
}

describe('what is no picture of ours', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
  test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['SVG', () => Buffer.from(svg)],
    ['SVG behind blanks', () => Buffer.from(`\n  <?xml version="1.0"?>${svg}`)],
    ['PDF', () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF')],
    ['TIFF', () => photo().tiff().toBuffer()],
    ['a picture of libvips itself', () => Buffer.concat([Buffer.from('b6a6f208', 'hex'), Buffer.alloc(200)])],
    ['JPEG 2000', () => Buffer.from('0000000c6a5020200d0a870a00000014667479706a703220', 'hex')],
    ['JPEG XL', () => Buffer.from('ff0a7f20', 'hex')],
    ['BMP', () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)])],
    ['PPM', () => Buffer.from('P6 2 2 255 ............')],
    ['Radiance', () => Buffer.from('#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 2 +X 2\n')],
    ['a PDF in front of a PNG', async () => Buffer.concat([Buffer.from('%PDF-1.4\n'), await photo().png().toBuffer()])],
  ])('%s is refused', async (_name, bytes) => {
    expect(await refusal(admit(await bytes()))).toBe('UNSUPPORTED_IMAGE')
  })

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('%s that was cut off is refused', async (format) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
    const whole = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#888', noise } })
      .toFormat(format)
      .toBuffer()
    expect(await refusal(admit(whole))).toBe(null)
    for (const share of [0.1, 0.5, 0.9]) {
      expect(await refusal(admit(whole.subarray(0, Math.floor(whole.length * share))))).toBe('UNSUPPORTED_IMAGE')
    }
  })
})

describe('what is meant to hurt', () => {
  test('a picture of 7,200 × 7,200 px, or of 40,000 × 16, is too large', async () => {
    const long = sharp({ create: { width: 40_000, height: 16, channels: 3, background: '#fff' } })
    const large = sharp({ create: { width: 7200, height: 7200, channels: 3, background: '#fff' } })
    for (const picture of [long, large])
      expect(await refusal(admit(await picture.png({ compressionLevel: 1 }).toBuffer()))).toBe('IMAGE_TOO_LARGE')
  })

  test.each(['gif', 'webp'] as const)('of a %s with hundreds of frames the first is decoded', async (format) => {
    const bytes = await (await frames(2000)).toFormat(format, { loop: 0 }).toBuffer()
    expect((await sharp(bytes).metadata()).pages).toBeGreaterThan(200)
    expect(await admit(bytes)).toMatchObject({ width: 8, height: 8 })
  })

  test('a colour profile, a text or EXIF that unpacks to 200 MB is not unpacked, or refused', async () => {
    const bomb = deflateSync(Buffer.alloc(200_000_000), { level: 9 })
    const before = process.memoryUsage.rss()
    const bombs = [
      chunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), bomb])),
      chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), bomb])),
      chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0'), bomb])),
    ]
    for (const bomb of bombs) expect([null, 'UNSUPPORTED_IMAGE']).toContain(await refusal(admit(await pngWith(bomb))))
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000)
  })

  test('what stands behind the picture, and scripts in its comments, are not in what is stored', async () => {
    const script = Buffer.from('<script>alert(1)</script><?php system(1) ?>')
    const png = Buffer.concat([await pngWith(chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), script]))), script])
    const jpeg = Buffer.concat([
      await photo()
        .withExif({ IFD0: { ImageDescription: script.toString() } })
        .jpeg()
        .toBuffer(),
      script,
    ])
    for (const bytes of [png, jpeg]) {
      expect(bytes.includes('<script>')).toBe(true)
      expect((await admit(bytes)).bytes.includes('script')).toBe(false)
    }
  })
})

describe('what a designer may well have', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['16 bits', () => photo().toColourspace('rgb16').png().toBuffer()],
    ['16 bits and an alpha channel', () => photo(4).toColourspace('rgb16').png().toBuffer()],
    ['grey alone', () => photo().greyscale().toColourspace('b-w').jpeg().toBuffer()],
    ['CMYK', () => photo().toColourspace('cmyk').jpeg().toBuffer()],
    ['a palette', () => photo(4).png({ palette: true }).toBuffer()],
    ['a wide colour profile', () => photo().withIccProfile('p3').jpeg().toBuffer()],
    ['AVIF', () => photo().avif({ effort: 0 }).toBuffer()],
  ])('a picture of %s becomes plain sRGB without metadata', async (_name, picture) => {
    const { bytes, width, height } = await admit(await picture())
    const stored = await sharp(bytes).metadata()
    expect([width, height]).toEqual([60, 40])
    expect(stored).toMatchObject({ space: 'srgb', depth: 'uchar', hasProfile: false })
    expect([stored.exif, stored.xmp, stored.icc, stored.iptc]).toEqual([undefined, undefined, undefined, undefined])
    expect([3, 4]).toContain(stored.channels)
  })

  test('colours of a wide profile are the ones that were meant', async () => {
    const { bytes } = await admit(
      await photo().withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
    )
    const [red = 0, green = 0, blue = 0] = (await sharp(bytes).stats()).channels.map(({ mean }) => mean)
    expect([Math.abs(red - 200), Math.abs(green - 98), Math.abs(blue - 62)].every((off) => off < 4)).toBe(true)
  })
})

describe('what an engine answered', () => {
  test('is the same PNG where it is plain, else PNG of the same pixels', async () => {
    const png = await photo(4).png().toBuffer()
    expect((await inspect(png)).png).toBe(png)
    const webp = await photo(4).webp({ lossless: true }).toBuffer()
    const [own, turned] = await Promise.all([inspect(png), inspect(webp)])
    expect((await sharp(turned.png).metadata()).format).toBe('png')
    expect(turned.pixels.data.equals(own.pixels.data)).toBe(true)
  })

  test('and is broken, or no picture, is refused', async () => {
    const png = await photo().png().toBuffer()
    for (const bytes of [png.subarray(0, 90), Buffer.from('{"error":"no credits"}'), new Uint8Array()]) {
      expect(await refusal(inspect(bytes))).toBe('UNSUPPORTED_IMAGE')
    }
  })
})
