import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { areaOf, brokenOutline, cellsOf, inset, type Site, shattered } from './cells.ts'
import { side } from './frame.ts'
import type { Point } from './geometry/paths.ts'
import { packed } from './packing.ts'

const random = () => createRandom(5, 'cells')
const far = [
  { x: -side, y: -side },
  { x: side, y: -side },
  { x: side, y: side },
  { x: -side, y: side },
]

/** Of convex polygons about their sites, those in which a point of the torus lies. */
function holding(point: Point, sites: readonly Site[], cells: readonly Point[][]): number[] {
  const near = (d: number) => d - side * Math.round(d / side)
  return cells.flatMap((cell, at) => {
    const site = sites[at]
    if (!site || cell.length < 3) return []
    const shifts = [-side, 0, side]
    const inside = shifts.some((sx) =>
      shifts.some((sy) => isInside({ x: near(point.x - site.x) + sx, y: near(point.y - site.y) + sy }, cell)),
    )
    return inside ? [at] : []
  })
}

const isInside = ({ x, y }: Point, cell: readonly Point[]) =>
  cell.every((to, at) => {
    const from = cell.at(at - 1) ?? to
    return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x) > 0
  })

const places = Array.from({ length: 400 }, (_, at) => ({ x: (at * 389.3) % side, y: (at * 151.7 + 13) % side }))

describe('cells', () => {
  test.each([
    ['many', [{ name: 'all', radius: 60, spread: 1, most: 200, gap: 0.9 }]],
    ['few that reach round the torus', [{ name: 'all', radius: 400, spread: 0.4, most: 3, gap: 0.7 }]],
  ])('share out the whole torus, no place twice: %s', (_, levels) => {
    const sites = packed(levels, 'toss', random())
    const cells = cellsOf(sites, 0, () => far)
    for (const place of places) expect(holding(place, sites, cells)).toHaveLength(1)
    expect(cells.reduce((sum, cell) => sum + areaOf(cell), 0)).toBeCloseTo(side * side, 0)
  })

  test('of broken stones never lie on each other, and the cement parts them', () => {
    const chance = random()
    const sites = packed([{ name: 'all', radius: 50, spread: 0.8, most: 300, gap: 0.8 }], 'toss', chance)
    const chips = cellsOf(sites, 12, ({ radius }) => brokenOutline(radius * 1.3, 3 + chance.below(4), 0.7, chance))
    const grown = chips.map((chip) => inset(chip, -5.5))
    for (const place of places) expect(holding(place, sites, grown).length).toBeLessThan(2)
  })
})

test('a shattered slab has all of its area in its pieces, and each piece is small enough', () => {
  const pieces = shattered(far, (piece) => areaOf(piece) < 90_000, random())
  expect(pieces.length).toBeGreaterThan(40)
  expect(pieces.reduce((sum, piece) => sum + areaOf(piece), 0)).toBeCloseTo(4 * side * side, 0)
  for (const piece of pieces) expect(areaOf(piece)).toBeLessThan(90_000)
})

test('a side moved inwards takes the same from every side', () => {
  expect(areaOf(inset(far, 24))).toBeCloseTo((2 * side - 48) ** 2, 3)
})
