import { expect, test } from 'vitest'
import { createRandom } from '../../random.ts'
import { cut, type Grid } from './graph-cut.ts'

function grid(width: number, height: number, seed: number): Grid {
  const random = createRandom(seed, 'grid')
  const cells = width * height
  const drawn = (low: number, high: number) => Int32Array.from({ length: cells }, () => Math.floor(random.between(low, high)))
  return { width, height, pull: drawn(-9, 10), ties: [drawn(0, 7), drawn(0, 7), drawn(0, 7), drawn(0, 7)] }
}

/** What a division costs. */
function cost({ width, height, pull, ties }: Grid, inside: ArrayLike<number>): number {
  let sum = 0
  const to = [
    [1, 0],
    [0, 1],
    [1, 1],
    [-1, 1],
  ]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const own = inside[at] ?? 0
      const by = pull[at] ?? 0
      if (own ? by < 0 : by > 0) sum += Math.abs(by)
      to.forEach(([dx = 0, dy = 0], d) => {
        const [nx, ny] = [x + dx, y + dy]
        if (nx < 0 || nx >= width || ny >= height) return
        if (inside[ny * width + nx] !== own) sum += ties[d]?.[at] ?? 0
      })
    }
  }
  return sum
}

test('no division of a small grid is cheaper than the cut', () => {
  for (let seed = 0; seed < 30; seed++) {
    const small = grid(4, 3, seed)
    let least = Number.POSITIVE_INFINITY
    for (let bits = 0; bits < 2 ** 12; bits++) {
      const inside = Array.from({ length: 12 }, (_, at) => (bits >> at) & 1)
      least = Math.min(least, cost(small, inside))
    }
    expect(cost(small, cut(small))).toBe(least)
  }
})

test('no cell of a large grid would be cheaper on the other side', () => {
  for (let seed = 0; seed < 6; seed++) {
    const large = grid(40, 30, seed)
    const inside = cut(large)
    const least = cost(large, inside)
    for (let at = 0; at < inside.length; at += 7) {
      const turned = inside.slice()
      turned[at] = 1 - (turned[at] ?? 0)
      expect(cost(large, turned)).toBeGreaterThanOrEqual(least)
    }
  }
})
