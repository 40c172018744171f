// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { keepHost } from './keep-host'

const root = document.documentElement
const gone = vi.fn()
let pill: HTMLElement
let left: AbortController

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  gone.mockReset()
  left = new AbortController()
  pill = root.appendChild(document.createElement('toile-pill'))
  keepHost(pill, left.signal, gone)
})
afterEach(() => {
  left.abort()
  for (const one of document.querySelectorAll('toile-pill, toile-overlay')) one.remove()
  vi.unstubAllGlobals()
})

const names = () => [...root.children].map(({ localName }) => localName).filter((name) => name.startsWith('toile-'))

test('a pill that the page throws out comes back, below an open panel: its guard takes no click under anything', async () => {
  root.append(document.createElement('toile-overlay'))
  pill.remove()
  await vi.waitFor(() => expect(names()).toEqual(['toile-pill', 'toile-overlay']))
  expect(gone).not.toHaveBeenCalled()
})

test('where another one has taken its place it stays away', async () => {
  pill.replaceWith(document.createElement('toile-pill'))
  await vi.waitFor(() => expect(gone).toHaveBeenCalled())
  expect(pill.isConnected).toBe(false)
})

test('a page that throws it out time and again is left in peace', async () => {
  for (let turn = 0; turn < 20; turn++) {
    pill.remove()
    await vi.waitFor(() => expect(pill.isConnected).toBe(true))
  }
  expect(gone).not.toHaveBeenCalled()
  pill.remove()
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1))
})
