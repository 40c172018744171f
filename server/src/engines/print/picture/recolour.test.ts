import { describe, expect, test } from 'vitest'
import { difference, hexToLab, hexToRgb, type Lab, rgbToLab } from '../colour/oklab.ts'
import { createRandom } from '../random.ts'
import { emptyRaster, type Raster } from '../raster.ts'
import { photograph, pngOf } from './made-pictures.ts'
import { mainColours } from './main-colours.ts'
import { recolouredPicture } from './recoloured-picture.ts'
import { sampled } from './resample.ts'

const size = 192
const palettes = [
  ['#1b2a4e', '#f2725c', '#f5ecd9'],
  ['#0f7c7d', '#d6a021'],
  ['#2f5d3a', '#a9c77e', '#f7e7c1', '#8c3b3f'],
  ['#f5d6c0', '#e8604c', '#2f6db5', '#16294a', '#f2b544'],
]

/** A scene: a bright round thing with a shadow on a darker, lit ground, with grain. */
function scene(): Raster {
  const random = createRandom(6, 'scene')
  const picture = emptyRaster(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inside = Math.hypot(x - 96, y - 90) < 50
      const shadow = !inside && Math.hypot(x - 110, y - 110) < 52
      const light =
        (inside ? 1.15 - Math.hypot(x - 76, y - 70) / 120 : shadow ? 0.3 : 0.75 + x / 960) + random.between(-0.04, 0.04)
      const colour = inside ? [225, 205, 180] : [170, 80, 40]
      picture.data.set(
        colour.map((level) => Math.min(255, level * light)),
        (y * size + x) * 3,
      )
    }
  }
  return picture
}

const labAt = ({ data }: Raster, pixel: number) =>
  rgbToLab(data[pixel * 3] ?? 0, data[pixel * 3 + 1] ?? 0, data[pixel * 3 + 2] ?? 0)

const farthest = (asked: readonly string[], found: readonly Lab[]) =>
  Math.max(...asked.map((hex) => Math.min(...found.map((lab) => difference(hexToLab(hex), lab)))))

describe('a scene in other colours', () => {
  test.each(palettes.map((palette) => [palette]))('has each of %s among its main colours', async (palette) => {
    const made = await recolouredPicture(await pngOf(scene()), size, 1, { colours: palette, ground: null, mood: null })
    const found = mainColours(await sampled(made, 96), palette.length + 4)
    expect(
      farthest(
        palette,
        found.map(({ lab }) => lab),
      ),
    ).toBeLessThan(0.05)
  })
})

const sources: [string, () => Raster][] = [
  ['a scene', scene],
  ['a photograph', () => photograph(size, size)],
]

describe.each(sources)('%s in other colours', (_, make) => {
  test.each(palettes.map((palette) => [palette]))('in %s keeps what is lighter lighter', async (palette) => {
    const [before, after] = [
      make(),
      await recolouredPicture(await pngOf(make()), size, 1, { colours: palette, ground: null, mood: null }),
    ]
    const random = createRandom(2, 'pairs')
    let [kept, all] = [0, 0]
    for (let pair = 0; pair < 3000; pair++) {
      const [p, q] = [random.below(size * size), random.below(size * size)]
      const step = labAt(before, p).l - labAt(before, q).l
      if (Math.abs(step) < 0.08) continue
      all++
      if (step * (labAt(after, p).l - labAt(after, q).l) > 0) kept++
    }
    expect(kept / all).toBeGreaterThan(0.9)
  })
})

describe('a recoloured scene', () => {
  const inColours = async (colours: string[], ground: string | null) =>
    recolouredPicture(await pngOf(scene()), size, 1, { colours, ground, mood: null })

  test('takes a ground asked for as its ground, and only there', async () => {
    const made = await inColours(['#f5ecd9', '#e8604c'], '#2f6db5')
    const corner = meanOf(made, 4, 4, 30)
    const thing = meanOf(made, 80, 74, 20)
    expect(difference(corner, hexToLab('#2f6db5'))).toBeLessThan(0.12)
    expect(difference(thing, hexToLab('#2f6db5'))).toBeGreaterThan(0.25)
  })

  test('has no blotches: grain flickers no more in its hues than in the source’s', async () => {
    const made = await inColours(['#2f5d3a', '#8c3b3f', '#a9c77e', '#f7e7c1'], null)
    expect(hueFlicker(made)).toBeLessThan(hueFlicker(scene()) * 1.5 + 0.004)
  })
})

function meanOf(picture: Raster, left: number, top: number, side: number): Lab {
  const sum = { l: 0, a: 0, b: 0 }
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      const { l, a, b } = labAt(picture, y * size + x)
      sum.l += l / side ** 2
      sum.a += a / side ** 2
      sum.b += b / side ** 2
    }
  }
  return sum
}

/** The median step in hue and chroma from a pixel to the next. */
function hueFlicker(picture: Raster): number {
  const steps = Array.from({ length: size * size - 1 }, (_, at) => {
    const [p, q] = [labAt(picture, at), labAt(picture, at + 1)]
    return Math.hypot(p.a - q.a, p.b - q.b)
  })
  return steps.sort((p, q) => p - q)[steps.length >> 1] ?? 0
}

describe('flat artwork in other colours', () => {
  /** Discs of three colours on cream. */
  const artwork = () => {
    const colours = ['#f5ecd9', '#c8623e', '#17707e', '#82b0b8'].map(hexToRgb)
    const picture = emptyRaster(size, size)
    for (let at = 0; at < size * size; at++) {
      const [x, y] = [at % size, Math.floor(at / size)]
      const disc = Math.hypot((x % 48) - 24, (y % 48) - 24) < 17 ? 1 + ((Math.floor(x / 48) + Math.floor(y / 48)) % 3) : 0
      picture.data.set(colours[disc] ?? [], at * 3)
    }
    return picture
  }

  test('is in exactly the colours asked for, and the light ground stays the lightest', async () => {
    const asked = ['#2f5d3a', '#a9c77e', '#f7e7c1', '#8c3b3f']
    const made = await recolouredPicture(await pngOf(artwork()), size, 1, { colours: asked, ground: null, mood: null })
    for (const [x, y] of [
      [0, 0],
      [24, 24],
      [72, 24],
      [120, 24],
    ] as const) {
      const lab = labAt(made, y * size + x)
      expect(Math.min(...asked.map((hex) => difference(lab, hexToLab(hex))))).toBeLessThan(0.02)
    }
    expect(difference(labAt(made, 0), hexToLab('#f7e7c1'))).toBeLessThan(0.02)
  })

  test('never loses a motif in its ground, though fewer colours are asked than it has', async () => {
    const made = await recolouredPicture(await pngOf(artwork()), size, 1, {
      colours: ['#1b2a4e', '#f5ecd9'],
      ground: null,
      mood: null,
    })
    for (const x of [24, 72, 120]) expect(difference(labAt(made, 24 * size + x), labAt(made, 0))).toBeGreaterThan(0.3)
  })
})
