import { describe, expect, test } from 'vitest'
import { contourPath } from './contours.ts'
import { fieldOf } from './field.ts'

const whole = { repeats: 1, phase: { x: 0, y: 0 } }

/** The field of a disc round the middle of the repeat. */
const disc = (radius: number) => fieldOf((x, y) => radius - Math.hypot(x - 0.5, y - 0.5), 128)

const coordinates = (path: string) =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }))

describe('a contour', () => {
  test('runs where the field passes the level, to a fifth of a drawing unit', () => {
    const points = coordinates(contourPath(disc(0.25), 0, whole))
    expect(points.length).toBeGreaterThan(100)
    for (const { x, y } of points) expect(Math.abs(Math.hypot(x - 512, y - 512) - 256)).toBeLessThan(0.2)
  })

  test('is one closed loop round a disc, and shrinks with the level', () => {
    const path = contourPath(disc(0.25), 0.1, whole)
    expect(path.match(/M/g)).toHaveLength(1)
    expect(path.endsWith('Z')).toBe(true)
    for (const { x, y } of coordinates(path)) expect(Math.abs(Math.hypot(x - 512, y - 512) - 153.6)).toBeLessThan(0.3)
  })

  test('of a disc cut by the frame closes outside it', () => {
    const points = coordinates(contourPath(disc(0.25), 0, { repeats: 1, phase: { x: 512, y: 0 } }))
    expect(points.some(({ x }) => x < 0)).toBe(true)
    expect(points.some(({ x }) => x > 1024)).toBe(true)
    expect(points.filter(({ x }) => x > 300 && x < 700)).toHaveLength(0)
  })

  test('of two repeats shows the disc four times', () => {
    expect(contourPath(disc(0.25), 0, { repeats: 2, phase: { x: 0, y: 0 } }).match(/M/g)).toHaveLength(4)
  })

  test('of a field nowhere above the level is empty', () => {
    expect(contourPath(disc(0.25), 1, whole)).toBe('')
  })
})
