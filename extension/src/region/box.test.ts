import { expect, test } from 'vitest'
import { afterKey, besideBox, between, firstFrame, isTooSmall, moved, resized } from './box'

const window = { width: 1000, height: 600 }
const box = { x: 100, y: 100, width: 200, height: 150 }

test('a region may be dragged from any corner to any other, and ends at the edges of the window', () => {
  const whole = { x: 10, y: 20, width: 90, height: 80 }
  expect(between({ x: 10, y: 20 }, { x: 100, y: 100 }, window)).toEqual(whole)
  expect(between({ x: 100, y: 100 }, { x: 10, y: 20 }, window)).toEqual(whole)
  expect(between({ x: 900, y: 500 }, { x: 1200, y: 700 }, window)).toEqual({ x: 900, y: 500, width: 100, height: 100 })
})

test('the keyboard begins with a frame in the middle, which fits into a small window as well', () => {
  expect(firstFrame(window)).toEqual({ x: 380, y: 180, width: 240, height: 240 })
  expect(firstFrame({ width: 200, height: 300 })).toEqual({ x: 0, y: 30, width: 200, height: 240 })
})

test('moved against an edge of the window it keeps its size', () => {
  expect(moved(box, 5000, -5000, window)).toEqual({ x: 800, y: 0, width: 200, height: 150 })
})

test('a handle moves its own edges only, and over the other edge it turns inside out', () => {
  expect(resized(box, 'e', 50, 70, window)).toEqual({ ...box, width: 250 })
  expect(resized(box, 'nw', 10, -20, window)).toEqual({ x: 110, y: 80, width: 190, height: 170 })
  expect(resized(box, 'w', 260, 0, window)).toEqual({ x: 300, y: 100, width: 60, height: 150 })
})

test('arrows move by a step, with resize they move the right and lower edges, never past the others', () => {
  const arrow = (key: string, step = 1, resize = false) => afterKey(box, key, { step, resize }, window)
  expect(arrow('ArrowLeft')).toEqual({ ...box, x: 99 })
  expect(arrow('ArrowDown', 10)).toEqual({ ...box, y: 110 })
  expect(arrow('ArrowRight', 10, true)).toEqual({ ...box, width: 210 })
  expect(arrow('ArrowUp', 500, true)).toEqual({ ...box, height: 1 })
  expect(arrow('a')).toBeNull()
})

test('below 64 px in either direction it is too small', () => {
  expect([isTooSmall({ width: 64, height: 64 }), isTooSmall({ width: 63, height: 400 })]).toEqual([false, true])
})

test('label and buttons stand below, above where there is no room, and inside where there is none either', () => {
  expect(besideBox(box, window, 250)).toEqual({ left: 100, label: 262, bar: 294 })
  expect(besideBox({ ...box, y: 440 }, window, 250)).toEqual({ left: 100, label: 404, bar: 348 })
  expect(besideBox({ x: 0, y: 0, ...window }, window, 250)).toEqual({ left: 16, label: 512, bar: 544 })
  expect(besideBox({ ...box, x: 950 }, window, 250).left).toBe(742)
})
