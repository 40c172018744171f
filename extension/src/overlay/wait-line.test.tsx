// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import type { Generation } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { WaitLine } from './wait-line'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

const said = (states: Generation['items'][number]['state'][], change: Partial<Generation>) => {
  const page = document.createElement('div')
  page.innerHTML = renderToStaticMarkup(<WaitLine open={[sampleGeneration(states, change)]} />)
  return page.textContent
}

test('before an image is begun the place in the queue is said, with a time where one can tell', () => {
  expect(said(['queued', 'queued'], { queue: { ahead: 3, seconds: 18 } })).toBe('3 images ahead · begins in about 20 s')
  expect(said(['queued'], { queue: { ahead: 1, seconds: null } })).toBe('1 image ahead')
  expect(said(['queued'], { queue: { ahead: 40, seconds: 200 } })).toBe('40 images ahead · begins in about 3 min')
})

test('while images are drawn, or are next, it is said how long it still takes', () => {
  expect(said(['running', 'queued'], { queue: { ahead: 2, seconds: 5 }, secondsLeft: 17 })).toBe('about 20 s left')
  expect(said(['queued'], { queue: { ahead: 0, seconds: 1 }, secondsLeft: 4 })).toBe('about 4 s left')
  expect(said(['running'], {})).toBe('')
})
