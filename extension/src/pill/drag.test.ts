// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import type { PillPlace } from '../kept'
import { dragPill } from './drag'
import { firstPlace } from './place'

let pill: HTMLElement
let place: PillPlace
const moved = vi.fn()
const clicked = vi.fn()
let drag: ReturnType<typeof dragPill>

beforeEach(() => {
  moved.mockReset()
  clicked.mockReset()
  place = firstPlace
  pill = document.createElement('button')
  pill.setPointerCapture = () => {}
  const settle = (next: PillPlace) => (place = next)
  drag = dragPill(pill, { place: () => place, settle, move: moved, click: clicked }, new AbortController().signal)
})

const point = (type: string, clientX: number, clientY: number) =>
  pill.dispatchEvent(new PointerEvent(type, { clientX, clientY, button: 0, pointerId: 1 }))

test('dragged to another edge, it stays where it is dropped', () => {
  point('pointerdown', innerWidth - 20, 300)
  expect(drag.isDragging()).toBe(false)
  point('pointermove', 5, 300)
  expect([drag.isDragging(), place.edge]).toEqual([true, 'left'])
  point('pointerup', 5, 300)
  expect(moved).toHaveBeenCalledWith(expect.objectContaining({ edge: 'left' }))
  expect(drag.isDragging()).toBe(false)
})

test('a drag that the browser breaks off leaves it where it was, and nothing is left of the drag', () => {
  point('pointerdown', innerWidth - 20, 300)
  point('pointermove', 5, 300)
  point('pointercancel', 5, 300)
  expect([drag.isDragging(), place]).toEqual([false, firstPlace])
  point('pointerup', 5, 300)
  point('pointermove', 5, 10)
  expect([moved.mock.calls, place]).toEqual([[], firstPlace])
})

test('a press that hardly moves is no drag', () => {
  point('pointerdown', 100, 100)
  point('pointermove', 102, 101)
  point('pointerup', 102, 101)
  expect([moved.mock.calls, place]).toEqual([[], firstPlace])
})

/** A click as the browser makes one: scripts cannot. */
function click(detail: number): void {
  const event = new MouseEvent('click', { detail })
  Object.defineProperty(event, 'isTrusted', { value: true })
  pill.dispatchEvent(event)
}

test('the click that ends a drag is no press; Enter is one, also after a finger dragged, which ends in no click', () => {
  point('pointerdown', innerWidth - 20, 300)
  point('pointermove', 5, 300)
  point('pointerup', 5, 300)
  click(0)
  expect(clicked).toHaveBeenCalledTimes(1)
  point('pointerdown', 5, 300)
  point('pointermove', 5, 100)
  point('pointerup', 5, 100)
  click(1)
  expect(clicked).toHaveBeenCalledTimes(1)
})
