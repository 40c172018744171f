import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Layer } from '../../raster.ts'
import { photograph, pngOf } from '../made-pictures.ts'
import { cutOut } from './cutout.ts'
import { agreement, disc, jug, plain, scene } from './scenes.ts'

const side = 256
const red = plain(190, 50, 40)
const onPlain = scene(side, jug, red, plain(238, 232, 220))
const inLight = scene(
  side,
  jug,
  (x, y) => [60 + 60 * x, 90 + 40 * y, 140],
  (x, y) => [150 + 60 * x, 140 + 50 * y, 120 + 30 * x],
  14,
)
const onTwoGrounds = scene(side, disc(0.5, 0.5, 0.3), red, (_, y) => (y < 0.6 ? [90, 120, 160] : [120, 150, 80]), 8)

const cutOf = async (
  { picture }: { picture: Parameters<typeof pngOf>[0] },
  options: Parameters<typeof cutOut>[2] = {},
  size = side,
) => cutOut(await pngOf(picture), size, options)

/** Opacity along a row. */
const row = ({ alpha, width }: Layer, y: number) => Array.from(alpha?.subarray(y * width, (y + 1) * width) ?? [])

describe('a cut-out', () => {
  test.each([
    ['on a plain ground', onPlain],
    ['in falling light, with grain', inLight],
    ['on two grounds', onTwoGrounds],
  ])('finds the subject %s, within a twentieth', async (_where, made) => {
    expect(agreement((await cutOf(made)).alpha, made.subject)).toBeGreaterThan(0.95)
  })

  test('of two subjects is the one in the box', async () => {
    const [left, right] = [disc(0.28, 0.5, 0.16), disc(0.72, 0.5, 0.16)]
    const two = scene(
      side,
      (x, y) => left(x, y) || right(x, y),
      (x) => (x < 0.5 ? [200, 60, 50] : [40, 90, 170]),
      plain(240, 235, 225),
    )
    const cut = await cutOf(two, { box: [0.52, 0.3, 0.42, 0.42] })
    const only = Uint8Array.from(two.subject, (one, at) => (at % side > side / 2 ? one : 0))
    expect(agreement(cut.alpha, only)).toBeGreaterThan(0.95)
  })

  test('fades at its edge over as many px as were asked', async () => {
    const half = scene(side, (x, y) => x > 0.3 && x < 0.7 && y > 0.2 && y < 0.8, red, plain(238, 232, 220))
    for (const softness of [0, 4, 9, 20]) {
      const edge = row(await cutOf(half, { softness }), side / 2).slice(0, side / 2)
      const between = edge.filter((value) => value > 4 && value < 251).length
      expect(Math.abs(between - softness)).toBeLessThanOrEqual(2)
    }
  })

  test('keeps nothing of the old ground in its edge', async () => {
    const large = 512
    const blue = scene(large, disc(0.5, 0.5, 0.3), plain(250, 200, 40), plain(20, 40, 160))
    const cut = await cutOf({ picture: await softened(blue.picture) }, { softness: 8 }, large)
    for (let at = 0; at < large * large; at++) {
      if ((cut.alpha?.[at] ?? 0) < 8) continue
      expect(Math.abs((cut.data[at * 3] ?? 0) - 250)).toBeLessThan(40)
      expect((cut.data[at * 3 + 2] ?? 0) - 40).toBeLessThan(40)
    }
  })

  test('stands on the colour that was asked for, and then is opaque', async () => {
    const cut = await cutOf(onPlain, { background: '#123456' })
    expect(cut.alpha).toBeNull()
    expect([...cut.data.subarray(0, 3)]).toEqual([0x12, 0x34, 0x56])
  })

  test('trimmed, ends where the subject ends and is as large as was asked, as far as the source goes', async () => {
    const large = scene(800, disc(0.4, 0.45, 0.16), red, plain(238, 232, 220))
    const small = await cutOf(large, { trim: true }, 200)
    expect(Math.max(small.width, small.height)).toBeGreaterThan(180)
    expect(Math.max(small.width, small.height)).toBeLessThanOrEqual(200)
    expect(Math.abs((await cutOf(large, { trim: true }, 1024)).width - 256)).toBeLessThanOrEqual(3)
    expect(Math.max(...row(small, 0))).toBeGreaterThan(6)
  })

  test('of what is see-through already keeps that', async () => {
    const alpha = Uint8Array.from(onPlain.subject, (one) => one * 255)
    const bytes = await sharp(onPlain.picture.data, { raw: { width: side, height: side, channels: 3 } })
      .joinChannel(Buffer.from(alpha), { raw: { width: side, height: side, channels: 1 } })
      .png()
      .toBuffer()
    expect(agreement((await cutOut(bytes, side, {})).alpha, onPlain.subject)).toBe(1)
  })

  test('of an all-over print is its motifs, without their ground', async () => {
    const dots = scene(side, (x, y) => disc(0.5, 0.5, 0.3)((x * 6) % 1, (y * 6) % 1), plain(250, 250, 245), plain(180, 30, 50))
    expect(agreement((await cutOf(dots)).alpha, dots.subject)).toBeGreaterThan(0.95)
  })

  test('is refused where nothing stands out', async () => {
    const grain = scene(
      side,
      () => false,
      red,
      (_x, _y, noise) => [128 + 80 * (noise - 0.5), 128, 120],
      20,
    )
    await expect(cutOf(grain)).rejects.toMatchObject({ code: 'NO_SUBJECT' })
    await expect(cutOf(grain, { box: [0.3, 0.3, 0.4, 0.4] })).rejects.toMatchObject({ code: 'NO_SUBJECT' })
    await expect(cutOf(scene(side, () => false, red, red))).rejects.toMatchObject({ code: 'NO_SUBJECT' })
  })

  test('of a picture of a few px, or one px high, is a picture or NO_SUBJECT', async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [200, 1],
    ] as const) {
      const made = await cutOf({ picture: photograph(width, height) }).catch((error: unknown) => error)
      if (made instanceof Error) expect(made).toMatchObject({ code: 'NO_SUBJECT' })
      else expect(made).toMatchObject({ width, height })
    }
  })

  test('is the same every time', async () => {
    expect(await cutOf(inLight)).toEqual(await cutOf(inLight))
  })
})

async function softened({ data, width, height }: Parameters<typeof pngOf>[0]) {
  return {
    data: await sharp(data, { raw: { width, height, channels: 3 } })
      .blur(1.2)
      .raw()
      .toBuffer(),
    width,
    height,
  }
}
