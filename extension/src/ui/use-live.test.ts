// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { whileVisible } from './use-live'

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

test('one stream while the page is visible, none while it is hidden or gone', () => {
  const started: AbortSignal[] = []
  const open = () => started.filter(({ aborted }) => !aborted).length
  const gone = new AbortController()
  show('visible')
  whileVisible((signal) => started.push(signal), gone.signal)
  expect(open()).toBe(1)
  show('visible')
  expect(started).toHaveLength(1)
  show('hidden')
  expect(open()).toBe(0)
  show('visible')
  expect([started.length, open()]).toEqual([2, 1])
  gone.abort()
  expect(open()).toBe(0)
  show('hidden')
  show('visible')
  expect(open()).toBe(0)
})
