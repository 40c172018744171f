import { expect, test } from 'vitest'
import { placeOverlay } from './placement'

test('beside the picture, 16 px away, on the side with more room', () => {
  expect(placeOverlay({ x: 40, y: 100, width: 300, height: 300 }, 1280, 800)).toEqual({ x: 356, y: 100, width: 420, height: 640 })
  expect(placeOverlay({ x: 900, y: 100, width: 300, height: 300 }, 1280, 800)).toEqual({
    x: 464,
    y: 100,
    width: 420,
    height: 640,
  })
})

test('never outside the window, even where it must cover the picture', () => {
  const place = placeOverlay({ x: 100, y: 700, width: 1100, height: 90 }, 1280, 800)
  expect(place).toEqual({ x: 16, y: 144, width: 420, height: 640 })
})

test('no taller than the window less 32 px', () => {
  expect(placeOverlay(null, 1280, 500)).toEqual({ x: 844, y: 16, width: 420, height: 468 })
})

test('docked to the bottom of a window narrower than 480 px', () => {
  const place = placeOverlay(null, 400, 800)
  expect(place).toEqual({ x: 0, y: 200, width: 400, height: 600 })
})
