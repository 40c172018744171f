// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { Box } from '../acquire/found-image'
import { followPointer } from './pointer'

let stage: HTMLElement
let box: Box | null

beforeEach(() => {
  box = null
  stage = document.createElement('div')
  stage.setPointerCapture = () => {}
  const deeds = {
    box: () => box,
    window: () => ({ width: 1000, height: 600 }),
    aim: () => {},
    draw: (drawn: Box) => (box = drawn),
    putBack: (before: Box | null) => (box = before),
  }
  followPointer(stage, deeds, new AbortController().signal)
})

const point = (type: string, clientX: number, clientY: number, pointerId = 1) =>
  stage.dispatchEvent(new PointerEvent(type, { clientX, clientY, button: 0, pointerId, bubbles: true }))

test('a finger draws a region, and what a second finger does meanwhile is nothing to it', () => {
  point('pointerdown', 100, 100)
  point('pointermove', 200, 180)
  point('pointerdown', 700, 500, 2)
  point('pointermove', 720, 520, 2)
  point('pointermove', 300, 250)
  point('pointerup', 720, 520, 2)
  point('pointerup', 300, 250)
  expect(box).toEqual({ x: 100, y: 100, width: 200, height: 150 })
})

test('a drag that the browser breaks off leaves the region as it was', () => {
  point('pointerdown', 100, 100)
  point('pointermove', 200, 180)
  point('pointercancel', 200, 180)
  point('pointermove', 300, 250)
  expect(box).toBeNull()
})
