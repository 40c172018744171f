// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchOwnWindow } from './own-window'
import type { Witness } from './witness'

let left: AbortController
let witness: Witness
let at = 0

/** A hand's doing, at a place of the window that stands at 100, 100 of the screen. */
function hand(type: string, x: number): void {
  const event = new Event(type, { bubbles: true })
  const place = { isTrusted: true, clientX: x, clientY: 50, screenX: 100 + x, screenY: 150, detail: 1 }
  for (const [name, value] of Object.entries(place)) Object.defineProperty(event, name, { value })
  document.body.dispatchEvent(event)
}
function counts(type: 'click' | 'keydown', x = 20): Promise<boolean> {
  hand(type, x)
  return witness.isMeant()
}

beforeEach(() => {
  left = new AbortController()
  at = 0
  witness = watchOwnWindow(
    () => 1,
    left.signal,
    () => at,
  )
  dispatchEvent(new Event('focus'))
  at = 1_000
})
afterEach(() => left.abort())

test('a click counts where the pointer has moved for a while, also in a window that is not in front', async () => {
  dispatchEvent(new Event('blur'))
  hand('pointermove', 10)
  hand('pointermove', 20)
  expect(await counts('click')).toBe(false)
  at += 600
  expect(await counts('click')).toBe(true)
})

test('the second click of two, the first of which took another window away, does not', async () => {
  hand('pointermove', 10)
  hand('pointermove', 20)
  at += 600
  // Another window opens right over the pointer, and goes with the first click.
  dispatchEvent(new Event('blur'))
  at += 5_000
  dispatchEvent(new Event('focus'))
  hand('pointerdown', 20)
  expect(await counts('click')).toBe(false)
})

test('a key counts once the window has been in front for a while', async () => {
  dispatchEvent(new Event('blur'))
  at += 5_000
  dispatchEvent(new Event('focus'))
  expect(await counts('keydown')).toBe(false)
  at += 600
  expect(await counts('keydown')).toBe(true)
})
