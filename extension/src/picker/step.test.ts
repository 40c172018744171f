import { expect, test } from 'vitest'
import { boxAt, nextTowards, type Way } from './step'

const box = (x: number, y: number, width = 100, height = 100) => ({ x, y, width, height })
/** Three columns of a masonry: the middle one hangs lower. */
const wall = [box(0, 0), box(120, 40), box(240, 0), box(0, 120, 100, 200), box(120, 160), box(240, 120)]
const towards = (way: Way, from: number) => nextTowards(way, wall[from] ?? box(0, 0), wall)

test('arrows go to the picture that the eye would say is next', () => {
  expect(['ArrowRight', 'ArrowDown'].map((way) => towards(way as Way, 0))).toEqual([1, 3])
  expect(['ArrowLeft', 'ArrowRight', 'ArrowDown'].map((way) => towards(way as Way, 1))).toEqual([0, 2, 4])
  expect(towards('ArrowUp', 5)).toBe(2)
})

test('at the edge of the page there is none', () => {
  expect([towards('ArrowLeft', 0), towards('ArrowUp', 2)]).toEqual([null, null])
})

test('of pictures that lie on each other the pointer means the smallest', () => {
  const boxes = [box(0, 0, 500, 500), box(50, 50), box(600, 0)]
  expect([boxAt(70, 70, boxes), boxAt(300, 300, boxes), boxAt(550, 10, boxes)]).toEqual([1, 0, null])
})
