import { expect, test } from 'vitest'
import { createRandom } from '../../random.ts'
import { side } from '../frame.ts'
import { type Disc, type Fitted, fitted } from './fitted.ts'

const slim: readonly Disc[] = [
  [-70, 20],
  [0, 30],
  [70, 20],
]
const discsOf = ({ x, y, radius, angle }: Fitted) =>
  slim.map(([below, broad]) => ({
    x: x - Math.sin(angle) * below * (radius / 100),
    y: y + Math.cos(angle) * below * (radius / 100),
    radius: broad * (radius / 100),
  }))
const along = (d: number) => Math.min(Math.abs(d) % side, side - (Math.abs(d) % side))

test('long shapes fill the repeat without touching, over its edges too', () => {
  const gap = 8
  const sizes = [
    { radius: 110, spread: 0.3 },
    { radius: 50, spread: 0.3 },
  ]
  const placed = fitted([{ kind: 0, discs: slim }], { sizes, gap, lean: Math.PI }, createRandom(2, 'fitted'))
  expect(placed.length).toBeGreaterThan(60)
  placed.forEach((one, at) => {
    for (const other of placed.slice(at + 1)) {
      for (const p of discsOf(one)) {
        for (const q of discsOf(other)) {
          expect(Math.hypot(along(p.x - q.x), along(p.y - q.y))).toBeGreaterThanOrEqual(p.radius + q.radius + gap - 1e-6)
        }
      }
    }
  })
})

test('shapes that grow upright lean no further than they may', () => {
  const placed = fitted(
    [{ kind: 0, discs: slim }],
    { sizes: [{ radius: 90, spread: 0 }], gap: 0, lean: 0.4 },
    createRandom(4, 'fitted'),
  )
  expect(Math.max(...placed.map(({ angle }) => Math.abs(angle)))).toBeLessThanOrEqual(0.4)
})
