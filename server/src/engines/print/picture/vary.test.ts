import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { hexToLch, rgbToLab } from '../colour/oklab.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { hardestLine, seamReport } from '../seam.ts'
import { meanDifference, photograph, pngOf } from './made-pictures.ts'
import { recolouredPicture } from './recoloured-picture.ts'
import type { VariationWishes } from './variation-wishes.ts'
import { varied } from './vary.ts'

const size = 256
const nothing: VariationWishes = { colours: [], ground: null, layout: null, mood: null, scale: null }

let photo: Uint8Array
let untreated: Raster
beforeAll(async () => {
  photo = await pngOf(photograph(480, 320))
  const square = await sharp(photo).resize(size, size, { fit: 'cover' }).removeAlpha().raw().toBuffer()
  untreated = { data: square, width: size, height: size }
})

describe('a set of variations', () => {
  test('the untreated photograph does not tile; every variation of it does, at exactly the size asked', async () => {
    expect(seamReport(untreated.data, size, size).seamless).toBe(false)
    for (let index = 0; index < 8; index++) {
      const { data, width, height } = await varied(photo, size, index, 40 + index, nothing)
      expect([width, height]).toEqual([size, size])
      expect(seamReport(data, size, size), `variation ${index}`).toMatchObject({ seamless: true })
      // Flat inks have hard lines of their own.
      if (coloursOf(data) > 16) expect(hardestLine(data, size, size), `variation ${index}`).toBeLessThan(2.2)
    }
  })

  test('tiles at 50 seeds, each at another place of its set', async () => {
    const small = await pngOf(photograph(120, 80))
    for (let seed = 0; seed < 50; seed++) {
      const { data } = await varied(small, 64, seed % 8, seed * 1013, nothing)
      expect(seamReport(data, 64, 64), `seed ${seed}`).toMatchObject({ seamless: true })
    }
  })

  test('has eight pictures that differ from each other and from the source', async () => {
    const pictures = [untreated]
    for (let index = 0; index < 8; index++) pictures.push(await varied(photo, size, index, 40 + index, nothing))
    pictures.forEach((one, at) => {
      for (const other of pictures.slice(at + 1)) expect(meanDifference(one, other)).toBeGreaterThan(6)
    })
  })

  test('is the same for the same seed', async () => {
    const again = () => varied(photo, size, 2, 7, nothing)
    expect((await again()).data).toEqual((await again()).data)
  })

  test('honours the colours asked for', async () => {
    for (const index of [0, 1, 2, 3]) {
      const { data } = await varied(photo, size, index, 1, { ...nothing, colours: ['#0f7c7d', '#d6a021'] })
      const hues = ['#0f7c7d', '#d6a021'].map((hex) => (hexToLch(hex).h + 360) % 360)
      expect(strangeHues(data, hues), `variation ${index}`).toBeLessThan(0.12)
    }
  })

  test('keeps light and dark where they are when it recolours', async () => {
    const recoloured = await recolouredPicture(photo, size, 3, { ...nothing, colours: ['#1b2a4e', '#f2725c', '#f5ecd9'] })
    expect(orderKept(untreated, recoloured)).toBeGreaterThan(0.95)
  })
})

function coloursOf(data: Uint8Array): number {
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += 3)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  return colours.size
}

/** Share of clearly coloured pixels whose hue lies outside what the asked hues enclose. */
function strangeHues(data: Uint8Array, hues: number[]): number {
  const [low, high] = [Math.min(...hues) - 20, Math.max(...hues) + 20]
  let strange = 0
  for (let at = 0; at < data.length; at += 3) {
    const { a, b } = rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
    const inside = hue >= (low + 360) % 360 && hue <= (high + 360) % 360
    if (Math.hypot(a, b) > 0.04 && !inside) strange++
  }
  return strange / (data.length / 3)
}

/** Share of pixel pairs, clearly unlike in lightness before, that have the same order after. */
function orderKept(before: Raster, after: Raster): number {
  const random = createRandom(5, 'pairs')
  const lightness = ({ data }: Raster, at: number) => rgbToLab(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0).l
  let [kept, all] = [0, 0]
  for (let pair = 0; pair < 4000; pair++) {
    const [p, q] = [random.below(size * size), random.below(size * size)]
    const step = lightness(before, p) - lightness(before, q)
    if (Math.abs(step) < 0.08) continue
    all++
    if (step * (lightness(after, p) - lightness(after, q)) > 0) kept++
  }
  return kept / all
}
