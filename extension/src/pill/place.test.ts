import { expect, test } from 'vitest'
import { firstPlace, placeAcross, placeAt, placeTowards, styleOf } from './place'

test('dropped anywhere, the pill goes to the nearest edge', () => {
  expect(placeAt(1200, 400, 1280, 800)).toEqual({ edge: 'right', along: 0.5 })
  expect(placeAt(640, 790, 1280, 800)).toEqual({ edge: 'bottom', along: 0.5 })
  expect(placeAt(-50, 400, 1280, 800)).toEqual({ edge: 'left', along: 0.5 })
})

test('arrows move it to another edge, the same edge is no move', () => {
  expect(placeTowards('ArrowLeft', firstPlace)).toMatchObject({ edge: 'left', along: 1 })
  expect(placeTowards('ArrowUp', firstPlace)).toMatchObject({ edge: 'top', along: 1 })
  expect(placeTowards('ArrowRight', firstPlace)).toBeNull()
  expect(placeTowards('a', firstPlace)).toBeNull()
})

test('the menu moves it across and back', () => {
  expect(placeAcross(placeAcross(firstPlace))).toEqual(firstPlace)
})

test('collapsed it touches its edge', () => {
  expect(styleOf({ ...firstPlace, collapsed: true }).right).toBe('0px')
  expect(styleOf(firstPlace).right).toBe('16px')
})
