// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropVeil, liftVeil } from './veil'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame'] })
  document.documentElement.append(document.createElement('toile-pill'))
})
afterEach(() => {
  liftVeil()
  document.querySelectorAll('toile-pill, toile-overlay').forEach((host) => void host.remove())
  vi.useRealTimers()
})

const seen = (name: string) => document.querySelector<HTMLElement>(name)?.style.visibility

async function drop() {
  const dropped = dropVeil()
  await vi.advanceTimersByTimeAsync(500)
  await dropped
}

test('everything of Toile is hidden until the veil is lifted', async () => {
  await drop()
  expect(seen('toile-pill')).toBe('hidden')
  expect(liftVeil()).toBe(true)
  expect(seen('toile-pill')).toBe('visible')
})

test('an overlay that opens meanwhile stays hidden until then', async () => {
  await drop()
  document.documentElement.append(document.createElement('toile-overlay'))
  await Promise.resolve()
  expect(seen('toile-overlay')).toBe('hidden')
  liftVeil()
  expect(seen('toile-overlay')).toBe('visible')
})

test('a veil that nobody lifts lifts itself after two seconds, and says so', async () => {
  await drop()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(seen('toile-pill')).toBe('visible')
  expect(liftVeil()).toBe(false)
})

test('of two veils the first does not lift the second', async () => {
  await drop()
  await vi.advanceTimersByTimeAsync(1_000)
  await drop()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(seen('toile-pill')).toBe('hidden')
})
