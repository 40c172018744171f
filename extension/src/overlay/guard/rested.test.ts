// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startResting } from './rested'

const click = { isTrusted: true, detail: 1 }
const key = { isTrusted: true, detail: 0 }
let left: AbortController
let counts: ReturnType<typeof startResting>
const told = vi.fn()
const happens = (type: 'focus' | 'blur') => window.dispatchEvent(new Event(type))
const pointer = (type: 'pointerenter' | 'pointerleave', pointerType = 'mouse') =>
  document.documentElement.dispatchEvent(new PointerEvent(type, { pointerType }))
/** A finger comes and goes before its click: the browser tells so much. */
const tap = () => {
  pointer('pointerenter', 'touch')
  pointer('pointerleave', 'touch')
  return counts(click)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  left = new AbortController()
  counts = startResting(told, left.signal, () => Date.now())
})
afterEach(() => {
  left.abort()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('a click counts once the window was in front for 800 ms, and the pointer over it for 300 ms', () => {
  pointer('pointerenter')
  vi.advanceTimersByTime(799)
  expect(counts(click)).toBe(false)
  vi.advanceTimersByTime(1)
  expect([counts(click), counts({ ...click, isTrusted: false })]).toEqual([true, false])
})

test('of a finger the first touch does not count, which another window may have been meant by; the next one does', () => {
  vi.advanceTimersByTime(5_000)
  expect(tap()).toBe(false)
  vi.advanceTimersByTime(299)
  expect(tap()).toBe(false)
  vi.advanceTimersByTime(1)
  expect(tap()).toBe(true)
  happens('blur')
  happens('focus')
  vi.advanceTimersByTime(5_000)
  expect(tap()).toBe(false)
})

test('a mouse that leaves and comes back has been over it for no time', () => {
  pointer('pointerenter')
  vi.advanceTimersByTime(5_000)
  pointer('pointerleave')
  pointer('pointerenter')
  expect(counts(click)).toBe(false)
})

test('the second of two clicks, the first of which took another window away from over this one, does not count', () => {
  pointer('pointerenter')
  vi.advanceTimersByTime(5_000)
  happens('blur')
  expect(told).toHaveBeenLastCalledWith(false)
  vi.advanceTimersByTime(5_000)
  happens('focus')
  pointer('pointerenter')
  vi.advanceTimersByTime(799)
  expect([counts(click), counts(key)]).toEqual([false, false])
})

test('a pointer over which another window has just gone does not count, nor one that left', () => {
  vi.advanceTimersByTime(5_000)
  expect(counts(click)).toBe(false)
  pointer('pointerenter')
  vi.advanceTimersByTime(299)
  expect(counts(click)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(counts(click)).toBe(true)
  pointer('pointerleave')
  expect([counts(click), counts(key)]).toEqual([false, true])
})
