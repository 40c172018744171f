import { describe, expect, test } from 'vitest'
import { hexToRgb } from '../../colour/oklab.ts'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster, rolled } from '../../raster.ts'
import { seamReport } from '../../seam.ts'
import { meanDifference } from '../made-pictures.ts'
import { coveragesFor, levels, lightOf } from './coverage.ts'
import { halftone } from './halftone.ts'
import { cellSide, screensFor, thresholdsOf } from './screen.ts'

const size = 336
const inks = ['#16223f', '#c8443a', '#e8b23a']
const paper = '#fbf7ee'

function plain(level: [number, number, number]): Raster {
  const picture = emptyRaster(size, size)
  for (let at = 0; at < size * size; at++) picture.data.set(level, at * 3)
  return picture
}

const meanLight = ({ data }: Raster, c: number) => {
  let sum = 0
  for (let at = c; at < data.length; at += 3) sum += lightOf[data[at] ?? 0] ?? 0
  return sum / (data.length / 3)
}

describe('a halftone', () => {
  test.each([30, 80, 130, 180, 230])('of grey %i in black has its mean light, whatever its dots', (grey) => {
    for (const seed of [1, 2, 3, 4]) {
      const print = halftone(plain([grey, grey, grey]), ['#000000'], '#ffffff', seed)
      expect(Math.abs(meanLight(print, 1) - (lightOf[grey] ?? 0))).toBeLessThan(0.02)
    }
  })

  test('of a colour that its inks can mix has that colour’s mean light in every channel', () => {
    for (const colour of [
      [180, 110, 70],
      [120, 60, 60],
      [225, 190, 120],
    ] as [number, number, number][]) {
      const print = halftone(plain(colour), inks, paper, 5)
      for (let c = 0; c < 3; c++) expect(Math.abs(meanLight(print, c) - (lightOf[colour[c] ?? 0] ?? 0))).toBeLessThan(0.035)
    }
  })

  test('of paper is bare, and of an ink is solid', () => {
    const bare = halftone(plain(hexToRgb(paper)), inks, paper, 1)
    const solid = halftone(plain(hexToRgb('#c8443a')), inks, paper, 1)
    expect(meanDifference(bare, plain(hexToRgb(paper)))).toBeLessThan(4)
    expect(meanDifference(solid, plain(hexToRgb('#c8443a')))).toBeLessThan(14)
  })

  test('of a picture that tiles tiles, and begins anywhere: at 50 seeds', () => {
    const small = 168
    const waves = emptyRaster(small, small)
    for (let at = 0; at < small * small; at++) {
      const [x, y] = [at % small, Math.floor(at / small)]
      const level = 128 + 60 * Math.sin((2 * Math.PI * x) / small) + 40 * Math.cos((4 * Math.PI * y) / small)
      waves.data.set([level, level * 0.8, level * 0.6], at * 3)
    }
    for (let seed = 0; seed < 50; seed++) {
      const print = halftone(waves, inks.slice(0, 2), paper, seed)
      const half = rolled(print, small / 2, small / 2)
      expect(seamReport(half.data, small, small).x.edge).toBeLessThan(3 * seamReport(print.data, small, small).x.limit)
      // The edge is as any line is: it lies between the calmest and the hardest of the rolled tile's.
      expect(seamReport(print.data, small, small).x.edge).toBeLessThanOrEqual(seamReport(half.data, small, small).x.limit * 1.15)
    }
  })
})

describe('the screens', () => {
  test('stand at different angles, and close on the tile', () => {
    const screens = screensFor(6, 84, createRandom(1, 'screens'))
    const angles = screens.map(({ along, across }) => Math.round((Math.atan2(across, along) * 180) / Math.PI))
    expect(new Set(angles.map((angle) => ((angle % 90) + 90) % 90)).size).toBeGreaterThanOrEqual(5)
    for (const { along, across } of screens) expect(Number.isInteger(along) && Number.isInteger(across)).toBe(true)
  })

  test.each(['round', 'line'] as const)('a %s dot inks as much of its cell as is asked', (dot) => {
    const thresholds = thresholdsOf(dot)
    for (const share of [0.1, 0.37, 0.5, 0.9]) {
      expect(thresholds.filter((threshold) => threshold < share).length / cellSide ** 2).toBeCloseTo(share, 3)
    }
  })

  test('coverages lie between nothing and all', () => {
    const table = coveragesFor(inks, paper)
    expect(table).toHaveLength(levels ** 3 * inks.length)
    expect(table.every((share) => share >= 0 && share <= 1)).toBe(true)
  })
})
