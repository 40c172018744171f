import { box } from 'shared'
import { expect, test } from 'vitest'
import { boxBetween, movedBox, resizedBox } from './box'

test('a box is drawn from any corner, and ends where the picture does', () => {
  expect(boxBetween({ x: 0.8, y: 0.9 }, { x: 0.2, y: 0.4 })).toEqual([0.2, 0.4, 0.6, 0.5])
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 1.4, y: -0.3 })).toEqual([0.5, 0, 0.5, 0.5])
})

test('a click is no box', () => {
  expect(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.51, y: 0.9 })).toBeNull()
})

test('a box stays in the picture however far it is moved or resized, and is one that the server takes', () => {
  const start = [0.1, 0.2, 0.3, 0.4] as const
  const moved = movedBox([...start], { x: 5, y: -5 })
  expect(moved).toEqual([0.7, 0, 0.3, 0.4])
  expect(resizedBox([...start], { x: 5, y: 5 })).toEqual([0.1, 0.2, 0.9, 0.8])
  expect(resizedBox([...start], { x: -5, y: 0 })).toEqual([0.1, 0.2, 0.03, 0.4])
  expect(box.parse(moved)).toEqual(moved)
})
