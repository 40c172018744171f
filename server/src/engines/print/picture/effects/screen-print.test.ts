import { describe, expect, test } from 'vitest'
import { difference, hexToLab, hexToRgb, rgbToHex, rgbToLab } from '../../colour/oklab.ts'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { photograph, pngOf } from '../made-pictures.ts'
import { effected } from './effect.ts'
import { inksOf } from './inks.ts'
import { screenPrint } from './screen-print.ts'
import { separated, smoothed } from './separation.ts'
import { withoutSpecks } from './specks.ts'

const size = 192
const palette = ['#1b2a4e', '#f2725c', '#f5ecd9']

function coloursOf({ data }: Raster): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at < data.length; at += 3) {
    const hex = rgbToHex(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    counts.set(hex, (counts.get(hex) ?? 0) + 1)
  }
  return counts
}

/** Three flat areas with pixels of the other colours strewn over them. */
function strewn(): Raster {
  const random = createRandom(3, 'strewn')
  const picture = emptyRaster(size, size)
  for (let at = 0; at < size * size; at++) {
    const area = Math.floor(((at % size) * 3) / size)
    const hex = palette[random.chance(0.04) ? random.below(3) : area] ?? ''
    picture.data.set(hexToRgb(hex), at * 3)
  }
  return picture
}

describe('a screen print', () => {
  test.each([2, 3, 4, 5, 6])('of a photograph in %i inks has exactly so many colours', async (inks) => {
    const print = await effected(await pngOf(photograph(240, 200)), size, 1, { effect: 'screen-print', inks, palette: [] })
    expect(coloursOf(print).size).toBe(inks)
  })

  test('in colours asked for has exactly those', async () => {
    const source = await pngOf(photograph(240, 200))
    const print = await effected(source, size, 1, { effect: 'screen-print', palette })
    expect([...coloursOf(print).keys()].sort()).toEqual([...palette].sort())
  })

  test('keeps the colours of flat artwork', async () => {
    const print = await effected(await pngOf(strewn()), size, 1, { effect: 'screen-print', palette: [] })
    for (const hex of coloursOf(print).keys()) {
      expect(Math.min(...palette.map((own) => difference(hexToLab(own), hexToLab(hex))))).toBeLessThan(0.02)
    }
  })

  test('has no specks: what is strewn over an area goes', async () => {
    const print = await screenPrint(strewn(), inksOf(palette), { flat: true, torus: false })
    for (let x = 4; x < size; x += 4) {
      const nearEdge = x % 64 < 6 || x % 64 > 58
      if (!nearEdge) for (let y = 0; y < size; y++) expect(at(print, x, y)).toBe(palette[Math.floor(x / 64)])
    }
  })

  test('looks like its picture: colours stay within reach of where they were', async () => {
    const photo = photograph(size, size)
    const print = await effected(await pngOf(photo), size, 1, { effect: 'screen-print', inks: 6, palette: [] })
    const near = (p: number, q: number) => Math.abs(p - q)
    let sum = 0
    for (let from = 0; from < photo.data.length; from += 3) sum += near(lightness(photo, from), lightness(print, from))
    expect(sum / (size * size)).toBeLessThan(0.13)
  })
})

const at = ({ data, width }: Raster, x: number, y: number) => {
  const from = (y * width + x) * 3
  return rgbToHex(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0)
}
const lightness = ({ data }: Raster, from: number) => rgbToLab(data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0).l

describe('a separation of a picture that tiles', () => {
  const stripes = (begin: number): Raster => {
    const picture = emptyRaster(48, 48)
    for (let px = 0; px < 48 * 48; px++) {
      const x = ((px % 48) + begin) % 48
      const y = Math.floor(px / 48)
      picture.data.set(hexToRgb(palette[x < 16 ? 0 : x < 30 + (y % 7) ? 1 : 2] ?? ''), px * 3)
    }
    return picture
  }
  const clean = (begin: number) => withoutSpecks(smoothed(separated(stripes(begin), inksOf(palette)), 3, 2, true), 12, true)

  test('is the same wherever the tile begins', () => {
    const [here, there] = [clean(0), clean(20)]
    for (let px = 0; px < 48 * 48; px++) {
      const x = px % 48
      expect(there.ink[px - x + ((x + 28) % 48)]).toBe(here.ink[px])
    }
  })

  test('takes an area over an edge for one area, and keeps it', () => {
    // Ten pixels on each side of the edge: together more than the least.
    const ink = new Uint8Array(32 * 32)
    for (let y = 10; y < 20; y++) ink[y * 32] = ink[y * 32 + 31] = 1
    const count = (torus: boolean) =>
      withoutSpecks({ ink, width: 32, height: 32 }, 15, torus).ink.filter((one) => one === 1).length
    expect(count(true)).toBe(20)
    expect(count(false)).toBe(0)
  })
})
