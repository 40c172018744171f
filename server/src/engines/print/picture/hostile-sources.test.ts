import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { seamReport } from '../seam.ts'
import { cutOut } from './cutout/cutout.ts'
import { photograph, pngOf } from './made-pictures.ts'
import { paletteOf } from './palette-of.ts'
import { recolouredPicture } from './recoloured-picture.ts'
import { tossed } from './toss/toss.ts'
import { upscaled } from './upscale/upscale.ts'
import type { VariationWishes } from './variation-wishes.ts'
import { varied } from './vary.ts'

const size = 256
const nothing: VariationWishes = { colours: [], ground: null, layout: null, mood: null, scale: null }
let photo: Uint8Array
beforeAll(async () => {
  photo = await pngOf(photograph(480, 320))
})

describe('a hostile source', () => {
  const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: { r: 200, g: 80, b: 60, alpha: 0.5 } } })
  const of = (width: number, height: number, channels: 3 | 4 = 3) => {
    const input = {
      create: { width: Math.ceil(width / 2), height: Math.ceil(height / 2), channels: 3 as const, background: '#1b2a4e' },
    }
    return plain(width, height, channels).composite([{ input, left: 0, top: 0 }])
  }
  test.each([
    ['16 × 16', () => of(16, 16).png()],
    ['very wide', () => of(3000, 4).png()],
    ['very tall', () => of(2, 2500).png()],
    ['see-through', () => of(300, 200, 4).png()],
    ['CMYK', () => of(300, 200).toColourspace('cmyk').jpeg()],
    ['grey', () => of(300, 200).greyscale().png()],
    ['16 bit', () => of(300, 200).toColourspace('rgb16').png()],
    ['turned by EXIF', () => of(300, 200).withMetadata({ orientation: 6 }).jpeg()],
    ['animated', () => of(40, 40).gif()],
  ])('%s still gives a tile and a palette', async (_, make) => {
    const source = await make().toBuffer()
    for (const index of [0, 1]) {
      const { data, width, height } = await varied(source, size, index, 1, nothing)
      expect([width, height, data.length]).toEqual([size, size, size * size * 3])
      expect(seamReport(data, size, size).seamless).toBe(true)
    }
    expect((await paletteOf(source)).length).toBeGreaterThan(0)
    const large = await upscaled(source, { factor: 2 })
    expect(large.data.length).toBe(large.width * large.height * 3)
    for (const make of [() => cutOut(source, size, { trim: true }), () => tossed(source, size, 1, null, null)]) {
      const made = await make().catch((error: unknown) => error)
      if (made instanceof Error) expect(made).toMatchObject({ code: 'NO_SUBJECT' })
    }
  })

  test('that is wholly see-through has no subject', async () => {
    const source = await sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } })
      .png()
      .toBuffer()
    await expect(cutOut(source, size, {})).rejects.toMatchObject({ code: 'NO_SUBJECT' })
    await expect(tossed(source, size, 1, null, null)).rejects.toMatchObject({ code: 'NO_SUBJECT' })
  })

  test('has the palette of what is seen in it', async () => {
    const dot =
      '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="20" fill="#c5242e"/></svg>'
    expect(await paletteOf(Buffer.from(dot))).toEqual(['#c5242e'])
  })

  test.each([
    ['1 × 1', () => plain(1, 1).png()],
    ['white', () => sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff' } }).png()],
    ['all but one colour', () => plain(300, 200).jpeg({ quality: 40 })],
    ['wholly see-through', () => sharp({ create: { width: 90, height: 90, channels: 4, background: '#0000' } }).png()],
  ])('%s is refused: nothing could be made of it', async (_, make) => {
    const source = await make().toBuffer()
    await expect(varied(source, size, 0, 1, nothing)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
    await expect(
      recolouredPicture(source, size, 1, { colours: ['#1b2a4e', '#f5ecd9'], ground: null, mood: null }),
    ).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  })

  test('a fine line drawing on white is no flat source', async () => {
    const line =
      '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><rect width="900" height="900" fill="#fff"/><path d="M100 450H800" stroke="#333"/></svg>'
    await expect(varied(Buffer.from(line), size, 0, 1, nothing)).resolves.toBeDefined()
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', new TextEncoder().encode('<!doctype html><p>no</p>')],
    ['half a PNG', null],
  ])('%s is refused', async (_, bytes) => {
    const source = bytes ?? photo.slice(0, photo.length >> 1)
    await expect(varied(source, size, 0, 1, nothing)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
    await expect(cutOut(source, size, {})).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
    await expect(upscaled(source, {})).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
    await expect(paletteOf(source)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  })
})
