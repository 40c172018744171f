// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startWitness } from './witness'

type Report = { isVisible: boolean; intersectionRatio: number }
let tell: (reports: Report[]) => void = () => {}
let left: AbortController
let at = 0

/** The browser's own observer, which tells what it is told here. */
class Observer {
  constructor(read: (reports: Report[]) => void) {
    tell = read
  }
  observe() {}
  disconnect() {}
  takeRecords() {
    return []
  }
}

/** A hand's doing, at a place of the panel that stands at 100, 100 of the screen. */
function hand(type: string, x: number): Event {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const place = { isTrusted: true, clientX: x, clientY: 50, screenX: 100 + x, screenY: 150, detail: 1 }
  for (const [name, value] of Object.entries(place)) Object.defineProperty(event, name, { value })
  document.body.dispatchEvent(event)
  return event
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.stubGlobal(
    'IntersectionObserverEntry',
    class {
      get isVisible() {
        return true
      }
    },
  )
  vi.stubGlobal('devicePixelRatio', 1)
  left = new AbortController()
  at = 0
  startWitness(
    () => 1,
    left.signal,
    () => at,
  )
  tell([{ isVisible: true, intersectionRatio: 1 }])
  hand('pointermove', 10)
  hand('pointermove', 20)
  at = 2_000
})
afterEach(() => {
  left.abort()
  vi.unstubAllGlobals()
})

test('what a hand drags out of a panel in plain sight goes where it is dragged', () => {
  expect(hand('dragstart', 20).defaultPrevented).toBe(false)
})

test('nothing is dragged out of a panel that is covered, faded, or has just come under the pointer', () => {
  tell([{ isVisible: false, intersectionRatio: 1 }])
  expect(hand('dragstart', 20).defaultPrevented).toBe(true)
  tell([{ isVisible: true, intersectionRatio: 1 }])
  at = 4_000
  expect(hand('dragstart', 20).defaultPrevented).toBe(false)
  document.documentElement.dispatchEvent(new Event('pointerleave'))
  expect(hand('dragstart', 20).defaultPrevented).toBe(true)
})

test('nothing is dragged out of a panel that its page has shrunk', () => {
  vi.stubGlobal('devicePixelRatio', 0.2)
  expect(hand('dragstart', 20).defaultPrevented).toBe(true)
})
