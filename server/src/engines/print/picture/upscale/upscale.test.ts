import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster, rolled } from '../../raster.ts'
import { seamReport } from '../../seam.ts'
import { meanDifference, photograph, pngOf } from '../made-pictures.ts'
import { resampled } from '../resample.ts'
import { packedColours } from './hard-edges.ts'
import { upscaled } from './upscale.ts'

const upscaledOf = async (picture: Raster, options: Parameters<typeof upscaled>[1]) => upscaled(await pngOf(picture), options)

/** Flat shapes whose edges no pixel blends, on a torus; `dots` of one pixel are strewn over the ground. */
function artwork(side: number, dots = 0): Raster {
  const picture = emptyRaster(side, side)
  const ground = [240, 230, 210]
  for (let at = 0; at < side * side; at++) {
    const [x, y] = [at % side, Math.floor(at / side)]
    const around = (cx: number, cy: number) =>
      Math.hypot(((x - cx + side * 1.5) % side) - side / 2, ((y - cy + side * 1.5) % side) - side / 2)
    const colour =
      around(side * 0.1, side * 0.4) < side * 0.22
        ? [190, 40, 60]
        : around(side * 0.6, side * 0.85) < side * 0.2
          ? [30, 60, 120]
          : ground
    picture.data.set(colour, at * 3)
  }
  const random = createRandom(3, 'dots')
  for (let dot = 0; dot < dots; dot++) {
    const at = (Math.floor(side * random.between(0.25, 0.6)) * side + Math.floor(side * random.between(0.4, 0.95))) * 3
    picture.data.set([20, 140, 90], at)
  }
  return picture
}

const coloursOf = (picture: Raster) => new Set(packedColours(picture))

describe('an upscale', () => {
  test.each([2, 4] as const)('by %s, made small again, is the photograph it came from', async (factor) => {
    const source = await resampled(photograph(360, 240), 180, 120, 'fill')
    const large = await upscaledOf(source, { factor })
    expect([large.width, large.height]).toEqual([180 * factor, 120 * factor])
    expect(meanDifference(await resampled(large, 180, 120, 'fill'), source)).toBeLessThan(3.5)
  })

  test('puts no halo beside an edge, and makes it steeper than plain enlarging does', async () => {
    const source = emptyRaster(64, 64)
    for (let at = 0; at < 64 * 64; at++) source.data.fill(at % 64 < 31 ? 60 : at % 64 === 31 ? 120 : 190, at * 3, at * 3 + 3)
    for (const flat of [false, true]) {
      const large = await upscaledOf(source, { factor: 4, flat })
      const line = Array.from({ length: 256 }, (_, x) => large.data[(128 * 256 + x) * 3] ?? 0)
      expect([Math.min(...line), Math.max(...line)]).toEqual([60, 190])
      const plain = await resampled(source, 256, 256, 'fill')
      const steepest = (values: number[]) => Math.max(...values.slice(1).map((value, x) => value - (values[x] ?? 0)))
      expect(steepest(line)).toBeGreaterThan(
        1.2 * steepest(Array.from({ length: 256 }, (_, x) => plain.data[(128 * 256 + x) * 3] ?? 0)),
      )
    }
  })

  test('gives flat artwork no new colour', async () => {
    const source = artwork(150, 12)
    for (const factor of [2, 4] as const) {
      expect(coloursOf(await upscaledOf(source, { factor, flat: true }))).toEqual(coloursOf(source))
    }
  })

  test('keeps every dot of one pixel, at its size', async () => {
    const source = artwork(150, 30)
    const dot = (20 << 16) | (140 << 8) | 90
    const area = (picture: Raster) => packedColours(picture).filter((colour) => colour === dot).length
    for (const factor of [2, 4] as const) {
      const share = area(await upscaledOf(source, { factor, flat: true })) / factor ** 2 / area(source)
      expect(share).toBeGreaterThan(0.6)
      expect(share).toBeLessThan(1.3)
    }
  })

  test('leaves flat areas of anti-aliased artwork exactly as they are', async () => {
    const smooth = await resampled(artwork(400), 200, 200, 'fill', 'mitchell')
    const large = await upscaledOf(smooth, { factor: 2, flat: true })
    for (const [x, y] of [
      [20, 80],
      [120, 170],
      [120, 60],
    ] as const) {
      const own = [...smooth.data.subarray((y * 200 + x) * 3, (y * 200 + x) * 3 + 3)]
      expect([...large.data.subarray((y * 2 * 400 + x * 2) * 3, (y * 2 * 400 + x * 2) * 3 + 3)]).toEqual(own)
    }
    expect(meanDifference(large, await resampled(artwork(400), 400, 400, 'fill'))).toBeLessThan(1.5)
  })

  test('keeps pixel art in squares', async () => {
    const source = artwork(40, 6)
    const large = await upscaledOf(source, { factor: 4 })
    expect(meanDifference(large, await resampled(source, 160, 160, 'fill', 'nearest'))).toBe(0)
  })

  test.each([
    ['a photograph', photograph(120, 120), { factor: 2, flat: false }],
    ['hard artwork', artwork(150), { factor: 4, flat: true }],
    ['soft artwork', null, { factor: 2, flat: true }],
  ] as const)('of %s that repeats goes on repeating: where the tile begins makes no difference', async (_what, made, how) => {
    const source = made ?? (await resampled(artwork(280), 140, 140, 'fill', 'mitchell'))
    const options = { ...how, seamless: true }
    const first = await upscaledOf(source, options)
    const moved = await upscaledOf(rolled(source, 37, 21), options)
    // Where a band begins moves its pixels by rounding only.
    expect(meanDifference(moved, rolled(first, 37 * how.factor, 21 * how.factor))).toBeLessThan(0.001)
  })

  test('of a tile stays without a seam', async () => {
    const large = await upscaledOf(await resampled(artwork(280), 140, 140, 'fill', 'mitchell'), { factor: 4, seamless: true })
    expect(seamReport(large.data, large.width, large.height).seamless).toBe(true)
  })

  test('keeps what is see-through, and lets no hidden colour bleed into its edge', async () => {
    const rgba = new Uint8Array(60 * 60 * 4)
    for (let at = 0; at < 3600; at++) {
      const inside = Math.hypot((at % 60) - 30, Math.floor(at / 60) - 30) < 18
      rgba.set(inside ? [230, 60, 40, 255] : [0, 255, 0, 0], at * 4)
    }
    const bytes = await sharp(rgba, { raw: { width: 60, height: 60, channels: 4 } })
      .png()
      .toBuffer()
    for (const flat of [false, true]) {
      const { alpha, data } = await upscaled(bytes, { factor: 2, flat })
      expect([alpha?.[0], alpha?.[60 * 120 + 60]]).toEqual([0, 255])
      alpha?.forEach((opacity, at) => {
        if (opacity > 30) expect(data[at * 3 + 1]).toBeLessThan(110)
      })
    }
  })

  test('of more than fifty megapixels is IMAGE_TOO_LARGE', async () => {
    const wide = await sharp({ create: { width: 4000, height: 800, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
    await expect(upscaled(wide, { factor: 4 })).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      details: { maxPixels: 3_125_000 },
    })
  })
})
