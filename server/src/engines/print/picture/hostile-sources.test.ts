import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { seamReport } from '../seam.ts'
import { photograph, pngOf } from './made-pictures.ts'
import { paletteOf } from './palette-of.ts'
import { type VariationWishes, varied } from './vary.ts'

const size = 256
const nothing: VariationWishes = { colours: [], ground: null, layout: null, mood: null, scale: null }
let photo: Uint8Array
beforeAll(async () => {
  photo = await pngOf(photograph(480, 320))
})

describe('a hostile source', () => {
  const of = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: { r: 200, g: 80, b: 60, alpha: 0.5 } } })
  test.each([
    ['1 × 1', () => of(1, 1).png()],
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
    for (const index of [0, 1, 2, 3]) {
      const { data, width, height } = await varied(source, size, index, 1, nothing)
      expect([width, height, data.length]).toEqual([size, size, size * size * 3])
      expect(seamReport(data, size, size).seamless).toBe(true)
    }
    expect((await paletteOf(source)).length).toBeGreaterThan(0)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['a page', new TextEncoder().encode('<!doctype html><p>no</p>')],
    ['half a PNG', null],
  ])('%s is refused', async (_, bytes) => {
    const source = bytes ?? photo.slice(0, photo.length >> 1)
    await expect(varied(source, size, 0, 1, nothing)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
    await expect(paletteOf(source)).rejects.toMatchObject({ code: 'UNSUPPORTED_IMAGE' })
  })
})
