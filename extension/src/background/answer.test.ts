import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import type { PillPlace } from '../kept'
import { local } from '../storage'
import { onMessage } from './answer'

vi.mock('./tools', () => ({ putImageButton: async () => {}, startTool: async () => {}, startFromPage: async () => true }))
vi.mock('../page-tool/reach', () => ({ injectTool: async () => false, say: async () => null }))

const serverUrl = 'http://127.0.0.1:8787'
const tab = { id: 7 } as chrome.tabs.Tab
const place: PillPlace = { edge: 'left', along: 0.5, collapsed: false, hidden: true }
const sender = (url: string, more: chrome.runtime.MessageSender = {}): chrome.runtime.MessageSender => ({
  id: chrome.runtime.id,
  url,
  ...more,
})
const ownPage = () => sender(chrome.runtime.getURL('popup.html'))
const content = () => sender('https://a.example/wall', { tab, frameId: 0 })

/** What the worker answers; null where it lets the message lie. */
function answerTo(message: unknown, from: chrome.runtime.MessageSender): Promise<unknown> {
  return new Promise((resolve) => {
    if (!onMessage(message, from, resolve)) resolve(null)
  })
}

beforeEach(() => vi.stubGlobal('chrome', fakeChrome({ local: { tokens: { [serverUrl]: 'token-1' } } })))
afterEach(() => vi.unstubAllGlobals())

test('a page of the extension gets the session; a content script, a frame and another extension get no answer at all', async () => {
  const ask = { type: 'ui-bg-session' }
  expect(await answerTo(ask, ownPage())).toEqual({ ok: true, answer: { serverUrl, token: 'token-1' } })
  const strangers = [
    content(),
    sender('https://a.example/ad', { tab, frameId: 3 }),
    sender('chrome-extension://other/popup.html', { id: 'p'.repeat(32) }),
  ]
  for (const stranger of strangers) expect(await answerTo(ask, stranger)).toBeNull()
})

test('a content script may keep its own place, for its own host only, and write nothing else', async () => {
  expect(await answerTo({ type: 'page-bg-pill-place', place }, content())).toEqual({ ok: true, answer: null })
  expect(await local.pillPlaces.get()).toEqual({ 'a.example': place })
  const host = { ...place, host: 'b.example' }
  expect(await answerTo({ type: 'page-bg-pill-place', place: host }, content())).toMatchObject({ ok: false, code: 'BAD_REQUEST' })
  expect(await answerTo({ type: 'ui-bg-pill-show', host: 'a.example' }, content())).toBeNull()
  expect(await answerTo({ type: 'ui-bg-server-seen', serverUrl, reachable: true }, content())).toBeNull()
  expect((await local.pillPlaces.get())['a.example']?.hidden).toBe(true)
})

test('options show a hidden pill again, and nothing else of its place changes', async () => {
  await local.pillPlaces.set({ 'a.example': place })
  expect(await answerTo({ type: 'ui-bg-pill-show', host: 'a.example' }, ownPage())).toEqual({ ok: true, answer: null })
  expect(await answerTo({ type: 'ui-bg-pill-show', host: 'unknown.example' }, ownPage())).toEqual({ ok: true, answer: null })
  expect(await local.pillPlaces.get()).toEqual({ 'a.example': { ...place, hidden: false } })
})

test('what is no message, or not of its shape, changes nothing', async () => {
  expect(await answerTo({ type: 'ui-bg-everything' }, ownPage())).toBeNull()
  const started = { type: 'ui-bg-generation-started', id: 'generation-1' }
  expect(await answerTo(started, ownPage())).toMatchObject({ ok: false, code: 'BAD_REQUEST' })
  expect(await local.running.get()).toEqual([])
})
