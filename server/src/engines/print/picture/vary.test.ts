import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { difference, hexToLab, hexToLch, rgbToLab } from '../colour/oklab.ts'
import { createRandom } from '../random.ts'
import { emptyRaster, type Raster } from '../raster.ts'
import { seamReport } from '../seam.ts'
import { paletteOf } from './palette-of.ts'
import { recolouredPicture } from './recoloured-picture.ts'
import { repeated } from './repeat.ts'
import { sourceOf } from './source.ts'
import { type VariationWishes, varied } from './vary.ts'

const size = 256
const nothing: VariationWishes = { colours: [], ground: null, layout: null, mood: null, scale: null }

const png = ({ data, width, height }: Raster) =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()

/** A stand-in for a photograph: light that falls off, round things in warm colours, grain. */
function photograph(width: number, height: number): Raster {
  const random = createRandom(11, 'photograph')
  const things = Array.from({ length: 14 }, () => ({
    x: random.next() * width,
    y: random.next() * height,
    r: random.between(0.06, 0.18) * height,
    colour: [random.between(90, 230), random.between(40, 140), random.between(20, 110)],
  }))
  const picture = emptyRaster(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const thing = things.find(({ x: cx, y: cy, r }) => Math.hypot(x - cx, y - cy) < r)
      const light = 0.55 + 0.45 * (x / width) + random.between(-0.04, 0.04)
      const colour = thing?.colour ?? [150, 110, 80]
      colour.forEach((value, c) => {
        picture.data[(y * width + x) * 3 + c] = Math.min(255, value * light)
      })
    }
  }
  return picture
}

let photo: Uint8Array
let untreated: Raster
beforeAll(async () => {
  photo = await png(photograph(480, 320))
  const square = await sharp(photo).resize(size, size, { fit: 'cover' }).removeAlpha().raw().toBuffer()
  untreated = { data: square, width: size, height: size }
})

function meanDifference(p: Raster, q: Raster): number {
  return p.data.reduce((sum, value, at) => sum + Math.abs(value - (q.data[at] ?? 0)), 0) / p.data.length
}

describe('a set of variations', () => {
  test('the untreated photograph does not tile; every variation of it does, at exactly the size asked', async () => {
    expect(seamReport(untreated.data, size, size).seamless).toBe(false)
    for (let index = 0; index < 8; index++) {
      const { data, width, height } = await varied(photo, size, index, 40 + index, nothing)
      expect([width, height]).toEqual([size, size])
      expect(seamReport(data, size, size), `variation ${index}`).toMatchObject({ seamless: true })
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
    const recoloured = await recolouredPicture(photo, size, 3, ['#1b2a4e', '#f2725c', '#f5ecd9'])
    expect(orderKept(untreated, recoloured)).toBeGreaterThan(0.95)
  })
})

describe('a repeat', () => {
  test.each(['block', 'half-drop', 'brick', 'mirror'] as const)('%s tiles without a seam', async (layout) => {
    const { data } = await repeated(await sourceOf(photo), size, layout, 2)
    expect(seamReport(data, size, size)).toMatchObject({ seamless: true })
  })

  test('half-drop steps down by half a unit, brick shifts by half', async () => {
    const drop = await repeated(await sourceOf(photo), size, 'half-drop', 2)
    const brick = await repeated(await sourceOf(photo), size, 'brick', 2)
    expect(meanDifference(moved(drop, size / 2, size / 4), drop)).toBeLessThan(1)
    expect(meanDifference(moved(drop, size / 2, 0), drop)).toBeGreaterThan(6)
    expect(meanDifference(moved(brick, size / 4, size / 2), brick)).toBeLessThan(1)
    expect(meanDifference(moved(brick, 0, size / 2), brick)).toBeGreaterThan(6)
  })

  test('never cuts a thing that stands on a plain ground', async () => {
    const disc = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="320"><rect width="200" height="320" fill="#fff"/><rect x="60" y="20" width="80" height="280" fill="#c5242e"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    const { data } = await repeated(await sourceOf(disc), size, 'block', 1)
    const red = data.filter((value, at) => at % 3 === 1 && value < 100).length
    // The whole bar, at the height of the tile: 80 × 280 of 320 × 320.
    expect(red / (size * size)).toBeCloseTo((80 * 280) / (320 * 320), 1)
  })
})

describe('a picture’s palette', () => {
  test('names its colours, the largest share first, none twice', async () => {
    const flag = await sharp(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="100" height="100" fill="#1b2a4e"/><rect width="100" height="30" fill="#d6a021"/><rect width="15" height="30" fill="#c5242e"/></svg>',
      ),
    )
      .png()
      .toBuffer()
    const palette = await paletteOf(flag)
    const wanted = ['#1b2a4e', '#d6a021', '#c5242e']
    wanted.forEach((hex, at) => {
      expect(difference(hexToLab(palette[at] ?? '#000000'), hexToLab(hex))).toBeLessThan(0.03)
    })
  })
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

function moved({ data, width, height }: Raster, dx: number, dy: number): Raster {
  const result = emptyRaster(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (((y + dy) % height) * width + ((x + dx) % width)) * 3
      result.data.set(data.subarray(from, from + 3), (y * width + x) * 3)
    }
  }
  return result
}
