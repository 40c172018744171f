import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import type { Picked } from '../acquire/picked'
import { memory, readOverlaySession } from '../storage'
import { closeOverlay, forgetTab, minimiseOverlay, noteHello, openAgain, openFromImage, openLast, openOverlay } from './overlay'
import { askInWindow } from './questions'

const { injectTool, say, fetchSource, lookForAnswers } = vi.hoisted(() => ({
  injectTool: vi.fn(async () => true),
  say: vi.fn(async (_tabId: number, _message: { type: string; sessionId: string }): Promise<unknown> => null),
  fetchSource: vi.fn(async () => {}),
  lookForAnswers: vi.fn(),
}))
vi.mock('../page-tool/reach', () => ({ injectTool, say }))
vi.mock('./fetch-source', () => ({ fetchSource }))
vi.mock('./answers', () => ({ lookForAnswers }))

const words = { operation: 'generate', prompt: 'navy stripes' } as const
let windows: string[] = []
let removed: number[] = []

beforeEach(() => {
  vi.useFakeTimers()
  windows = []
  removed = []
  const chrome = fakeChrome()
  vi.stubGlobal('chrome', {
    ...chrome,
    windows: {
      update: async () => {},
      create: async ({ url }: { url: string }) => {
        windows.push(url)
        return { tabs: [{ id: 100 + windows.length }] }
      },
    },
    tabs: {
      get: async (id: number) => ({ id, url: id > 100 ? chrome.runtime.getURL('tabs/overlay.html') : 'https://a.example' }),
      update: async () => {},
      remove: async (id: number) => void removed.push(id),
    },
  })
  for (const mock of [injectTool, say, fetchSource, lookForAnswers]) mock.mockClear()
  injectTool.mockResolvedValue(true)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const said = () => say.mock.calls.map(([, { type }]) => type)
const places = async () => (await memory.overlayPlaces.get()).map(({ tabId, hello }) => ({ tabId, hello }))
/** The session that the last opening in a page is about. */
const opened = () => say.mock.calls.findLast(([, { type }]) => type === 'bg-page-overlay-open')?.[1].sessionId ?? ''

/** Who sends from a frame over the page of that tab, or from a tab of our own. */
const over = (id: number) => ({ tab: { id, url: 'https://a.example' } as chrome.tabs.Tab, frameId: 3 })
const alone = (id: number) => ({ ...over(id), frameId: 0 })

test('a page that shows the overlay says hello, and no window opens', async () => {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(10)
  await noteHello(opened(), over(7))
  expect(await open).toBe(opened())
  await vi.advanceTimersByTimeAsync(5_000)
  expect([windows, await places()]).toEqual([[], [{ tabId: 7, hello: true }]])
})

test('a page that cannot show it is silent for a second, and a window opens instead', async () => {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(1_000)
  const sessionId = await open
  expect(windows).toEqual([expect.stringContaining(`tabs/overlay.html?session=${sessionId}`)])
  expect(said()).toEqual(['bg-page-overlay-open', 'bg-page-overlay-close'])
  expect(await places()).toEqual([{ tabId: 101, hello: false }])
})

test('a page that lets nobody in is not waited for', async () => {
  injectTool.mockResolvedValue(false)
  await openOverlay(7, words)
  expect([windows.length, said()]).toEqual([1, []])
})

test('an opening that a second one replaces before its hello opens no window', async () => {
  const first = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(500)
  const second = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(10)
  await noteHello(opened(), over(7))
  await vi.advanceTimersByTimeAsync(5_000)
  await Promise.all([first, second])
  expect([windows, await places()]).toEqual([[], [{ tabId: 7, hello: true }]])
})

test('one that is closed before its hello opens no window either', async () => {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(500)
  await closeOverlay(opened())
  await vi.advanceTimersByTimeAsync(5_000)
  await open
  expect(windows).toEqual([])
})

test('a draft is opened whole: operation, words, intent and picture at once', async () => {
  injectTool.mockResolvedValue(false)
  const source = { state: 'failed', code: 'INTERNAL', details: {} } as const
  const id = await openOverlay(undefined, { operation: 'vary', prompt: 'in coral', intentId: 'intent-0001', source })
  const about = { operation: 'vary', prompt: 'in coral', intentId: 'intent-0001', source }
  expect(await readOverlaySession(id)).toMatchObject({ ...about, generationId: null, sentAt: null })
})

test('a picture keeps what is needed to fetch it again', async () => {
  const picked: Picked = {
    tabId: 7,
    frameId: 0,
    wanted: { by: 'address', srcUrl: 'https://a.example/a.jpg' },
    pageUrl: null,
    pageTitle: null,
  }
  const open = openFromImage(picked, 'repeat')
  await vi.advanceTimersByTimeAsync(1_000)
  const session = await readOverlaySession(await open)
  expect(session).toMatchObject({ source: { state: 'acquiring' }, fetching: { picked } })
  expect(fetchSource).toHaveBeenCalledWith(session?.id, picked, session?.fetching?.since)
})

test('whoever closes the overlay or its tab has the worker look for what was asked', async () => {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(1_000)
  const sessionId = await open
  await closeOverlay(sessionId)
  expect([lookForAnswers.mock.calls.length, removed, await places()]).toEqual([1, [101], []])
  // The tab's end is told as well; by then nothing of ours is in it.
  await forgetTab(101)
  expect(lookForAnswers).toHaveBeenCalledTimes(1)

  injectTool.mockResolvedValue(false)
  await openOverlay(7, words)
  await forgetTab(102)
  expect([lookForAnswers.mock.calls.length, await places()]).toEqual([2, []])
})

/** An overlay that stands in a page, which does as it is told. */
async function standing(): Promise<string> {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(10)
  await noteHello(opened(), over(7))
  return open
}
test('a panel that goes takes its question along, window and all', async () => {
  const about = { kind: 'images' as const, request: sampleOrder().request, quote: sampleQuote() }
  const asks = async () => Object.keys(await memory.questions.get())
  const sessionId = await standing()
  await askInWindow(sessionId, about)
  expect(await asks()).toEqual([sessionId])
  await closeOverlay(sessionId)
  expect([await asks(), removed]).toEqual([[], [101]])

  await askInWindow(await standing(), about)
  await forgetTab(7)
  expect([await asks(), removed]).toEqual([[], [101, 102]])
})

const minimised = async () => (await memory.overlayPlaces.get()).map((place) => place.minimised)

test('out of sight it goes on where it is, and comes back there', async () => {
  const sessionId = await standing()
  await minimiseOverlay(sessionId)
  expect([said().at(-1), await minimised()]).toEqual(['bg-page-overlay-hide', [true]])
  say.mockResolvedValueOnce(true)
  await openLast(7)
  expect([said().at(-1), await minimised(), windows]).toEqual(['bg-page-overlay-show', [false], []])
})

test('one that was closed, or went with its page, is opened again under the same session', async () => {
  const sessionId = await standing()
  await closeOverlay(sessionId)
  const again = openLast(7)
  await vi.advanceTimersByTimeAsync(10)
  await noteHello(sessionId, over(7))
  await again
  expect([opened(), await places()]).toEqual([sessionId, [{ tabId: 7, hello: true }]])

  // The page went on to another address, and took the overlay along.
  const oncemore = openAgain(sessionId, 7)
  await vi.advanceTimersByTimeAsync(10)
  await noteHello(sessionId, over(7))
  await oncemore
  expect(said().slice(-2)).toEqual(['bg-page-overlay-show', 'bg-page-overlay-open'])
  await openAgain('nobody-00', 7)
  expect(windows).toEqual([])
})

test('a session opens only where it was opened: in no other tab, and not alone what stands over a page', async () => {
  const open = openOverlay(7, words)
  await vi.advanceTimersByTimeAsync(10)
  const sessionId = opened()
  expect(await noteHello(sessionId, over(8))).toBe(false)
  expect(await noteHello(sessionId, alone(7))).toBe(false)
  expect(await noteHello('another', over(7))).toBe(false)
  expect(await noteHello(sessionId, over(7))).toBe(true)
  await open
})

test('a frame in another overlay of ours is no place for a session either', async () => {
  injectTool.mockResolvedValue(false)
  const sessionId = await openOverlay(7, words)
  const inOwn = { tab: { id: 101, url: chrome.runtime.getURL('tabs/overlay.html') } as chrome.tabs.Tab, frameId: 3 }
  expect(await noteHello(sessionId, inOwn)).toBe(false)
})

test('a window of our own is known before its page says hello, and a frame in a page has no part in it', async () => {
  injectTool.mockResolvedValue(false)
  const hellos: Promise<boolean>[] = []
  vi.stubGlobal('chrome', {
    ...chrome,
    windows: {
      create: async ({ url }: { url: string }) => {
        const sessionId = new URL(url).searchParams.get('session') ?? ''
        hellos.push(noteHello(sessionId, over(7)), noteHello(sessionId, alone(101)))
        await Promise.all(hellos)
        return { tabs: [{ id: 101 }] }
      },
    },
  })
  const sessionId = await openOverlay(7, words)
  expect(await Promise.all(hellos)).toEqual([false, true])
  expect(await noteHello(sessionId, alone(102))).toBe(false)
  expect(await noteHello(sessionId, alone(101))).toBe(true)
})
