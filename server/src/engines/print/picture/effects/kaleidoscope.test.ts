import { describe, expect, test } from 'vitest'
import type { Raster } from '../../raster.ts'
import { seamReport } from '../../seam.ts'
import { photograph } from '../made-pictures.ts'
import { kaleidoscope, reflected } from './kaleidoscope.ts'
import { hexagons, type Symmetry, squares } from './symmetry.ts'

const size = 120
const photo = photograph(240, 180)
/** The wedge somewhere on the photograph, at an odd angle. */
const placement = { origin: { x: 60, y: 50 }, along: { x: 90, y: 40 } }

/** Mean absolute step between a tile and itself with every pixel's place moved. */
function change(tile: Raster, moved: (x: number, y: number) => [number, number]): number {
  let sum = 0
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [mx, my] = moved(x, y)
      const from = (((my + size) % size) * size + ((mx + size) % size)) * 3
      for (let c = 0; c < 3; c++) sum += Math.abs((tile.data[(y * size + x) * 3 + c] ?? 0) - (tile.data[from + c] ?? 0))
    }
  }
  return sum / tile.data.length
}

const last = size - 1

describe('a kaleidoscope of squares', () => {
  const tile = reflected(photo, placement, size, squares)
  test.each<[string, (x: number, y: number) => [number, number]]>([
    ['left and right', (x, y) => [last - x, y]],
    ['top and bottom', (x, y) => [x, last - y]],
    ['the diagonal', (x, y) => [y, x]],
    ['a quarter turn', (x, y) => [last - y, x]],
    ['a step of half its side', (x, y) => [x + size / 2, y]],
  ])('is the same by %s', (_, moved) => {
    expect(change(tile, moved)).toBeLessThan(0.1)
  })

  test('is not the same by a step of a quarter', () => {
    expect(change(tile, (x, y) => [x + size / 4, y])).toBeGreaterThan(2)
  })
})

describe('a kaleidoscope of hexagons', () => {
  const tile = reflected(photo, placement, size, hexagons)
  test('is the same by both of the mirrors that lie on the diagonals', () => {
    expect(change(tile, (x, y) => [y, x])).toBeLessThan(0.1)
    expect(change(tile, (x, y) => [last - y, last - x])).toBeLessThan(0.1)
  })

  test('folds a point and the point a sixth of a turn on, a mirrored one and one a repeat away, into the same of its wedge', () => {
    const [cos, sin] = [0.5, Math.sqrt(3) / 2]
    for (let at = 0; at < 200; at++) {
      const [x, y] = [((at * 37) % 101) / 25 - 2, ((at * 53) % 97) / 24 - 2]
      const one = folded(hexagons, x, y)
      const others = [
        folded(hexagons, x * cos - y * sin, x * sin + y * cos),
        folded(hexagons, x, -y),
        folded(hexagons, x + 0.5, y + sin),
        folded(hexagons, x + hexagons.right.x, y + hexagons.right.y),
        folded(hexagons, x + hexagons.down.x, y + hexagons.down.y),
      ]
      for (const other of others) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeLessThan(1e-9)
      expect(one.y).toBeGreaterThanOrEqual(-1e-9)
      expect(one.y * Math.sqrt(3)).toBeLessThanOrEqual(one.x + 1e-9)
      expect(one.x).toBeLessThanOrEqual(0.5 + 1e-9)
    }
  })
})

function folded({ fold }: Symmetry, x: number, y: number) {
  const point = { x, y }
  fold(point)
  return point
}

describe.each([
  ['squares', squares],
  ['hexagons', hexagons],
] as const)('a kaleidoscope of %s', (_, symmetry) => {
  test('tiles at any seed, and every seed shows something else', async () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 50; seed++) {
      const { data } = await kaleidoscope(photo, 64, symmetry, seed)
      expect(seamReport(data, 64, 64).seamless, `seed ${seed}`).toBe(true)
      seen.add(Buffer.from(data).toString('base64'))
    }
    expect(seen.size).toBe(50)
  })

  test('looks for a lively place: a picture bare but for one corner shows that corner', async () => {
    const bare = { ...photo, data: Uint8Array.from(photo.data) }
    for (let at = 0; at < bare.data.length; at += 3) {
      const [x, y] = [(at / 3) % 240, Math.floor(at / 3 / 240)]
      if (x < 140 || y < 90) bare.data.fill(200, at, at + 3)
    }
    for (let seed = 0; seed < 5; seed++) {
      const { data } = await kaleidoscope(bare, 64, symmetry, seed)
      expect(data.filter((level) => Math.abs(level - 200) > 8).length / data.length).toBeGreaterThan(0.25)
    }
  })
})
