import type { Image } from 'shared'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import type { Picked } from '../acquire/picked'
import type { Source } from '../overlay-session'
import { memory, readOverlaySession } from '../storage'

const picked: Picked = {
  tabId: 7,
  frameId: 0,
  wanted: { by: 'address', srcUrl: 'https://a.example/a.jpg' },
  pageUrl: null,
  pageTitle: null,
}
const ready: Source = { state: 'ready', image: sampleImage(), pageTitle: null, pageUrl: null, captured: false }
const draft = { operation: 'vary', prompt: '', source: { state: 'acquiring' }, intentId: null } as const

const { acquire } = vi.hoisted(() => ({ acquire: vi.fn() }))
vi.mock('../acquire/acquire', () => ({ acquire }))
vi.mock('./server', () => ({ api: { upload: async (): Promise<Image> => sampleImage() } }))

let chromeNow: ReturnType<typeof fakeChrome>

/** A worker as it starts: storage as the one before left it, nothing in memory. */
async function newWorker() {
  vi.resetModules()
  return { ...(await import('./fetch-source')), ...(await import('./overlay-sessions')), ...(await import('../failures')) }
}
const sourceOf = async (id: string) => (await readOverlaySession(id))?.source

beforeEach(() => {
  vi.useFakeTimers()
  acquire.mockReset()
  chromeNow = fakeChrome()
  vi.stubGlobal('chrome', chromeNow)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A session whose picture a worker set out for, and died. */
async function leftBehind(): Promise<string> {
  const { createSession, fetchSource } = await newWorker()
  acquire.mockReturnValueOnce(new Promise(() => {}))
  const { id, createdAt } = await createSession(draft, picked)
  void fetchSource(id, picked, createdAt)
  await vi.advanceTimersByTimeAsync(0)
  return id
}

test('a picture that a dying worker left behind is fetched by the next one', async () => {
  const id = await leftBehind()
  // This is what wakes it.
  expect([...chromeNow.alarms.set.keys()]).toEqual(['fetch-source'])
  acquire.mockResolvedValueOnce(ready)
  await (await newWorker()).resumeFetches()
  expect(acquire.mock.lastCall?.[0]).toEqual(picked)
  expect(await readOverlaySession(id)).toMatchObject({ source: ready, fetching: null })
  expect(chromeNow.alarms.set.size).toBe(0)
})

test('after a minute and a half it has failed, however often workers died over it', async () => {
  const id = await leftBehind()
  await vi.advanceTimersByTimeAsync(89_000)
  acquire.mockReturnValue(new Promise(() => {}))
  const resumed = (await newWorker()).resumeFetches()
  await vi.advanceTimersByTimeAsync(1_000)
  await resumed
  expect(await sourceOf(id)).toEqual({ state: 'failed', code: 'TIMED_OUT', details: {} })

  const other = await leftBehind()
  await vi.advanceTimersByTimeAsync(90_000)
  acquire.mockClear()
  await (await newWorker()).resumeFetches()
  expect(acquire).not.toHaveBeenCalled()
  expect(await sourceOf(other)).toMatchObject({ code: 'TIMED_OUT' })
})

test('a picture that is its own address is not kept twice: a worker that dies over it leaves a failure', async () => {
  const { createSession, resumeFetches } = await newWorker()
  const { id } = await createSession(draft, {
    ...picked,
    wanted: { by: 'address', srcUrl: `data:image/png;base64,${'A'.repeat(1_000_000)}` },
  })
  expect(JSON.stringify(await memory.overlaySessions.get()).length).toBeLessThan(1_000)
  await resumeFetches()
  expect(acquire).not.toHaveBeenCalled()
  expect(await sourceOf(id)).toMatchObject({ state: 'failed', code: 'INTERNAL' })
})

test('what a worker is fetching itself is not fetched twice', async () => {
  const { createSession, fetchSource, resumeFetches } = await newWorker()
  acquire.mockReturnValue(new Promise(() => {}))
  const { id, createdAt } = await createSession(draft, picked)
  void fetchSource(id, picked, createdAt)
  await vi.advanceTimersByTimeAsync(0)
  await resumeFetches()
  expect(acquire).toHaveBeenCalledTimes(1)
  expect(chromeNow.alarms.set.size).toBe(1)
})

test('why there is no picture is told by its code', async () => {
  const { createSession, fetchSource, ApiError } = await newWorker()
  acquire.mockRejectedValueOnce(new ApiError('OUT_OF_REACH'))
  const { id, createdAt } = await createSession(draft, picked)
  await fetchSource(id, picked, createdAt)
  expect(await sourceOf(id)).toEqual({ state: 'failed', code: 'OUT_OF_REACH', details: {} })
})

test('a picture that only a permission was missing for is fetched once that is given, and no other', async () => {
  const { createSession, fetchSource, fetchAgain, ApiError } = await newWorker()
  const { NotTaken } = await import('../acquire/not-taken')
  acquire.mockRejectedValueOnce(new NotTaken(new ApiError('OUT_OF_REACH'), 'https://a.example/*'))
  const { id, createdAt } = await createSession(draft, picked)
  await fetchSource(id, picked, createdAt)
  expect(await sourceOf(id)).toMatchObject({ state: 'failed', allow: { origin: 'https://a.example/*', picked } })
  acquire.mockResolvedValueOnce(ready)
  await fetchAgain(id)
  expect(await sourceOf(id)).toEqual(ready)
  await fetchAgain(id)
  expect(acquire).toHaveBeenCalledTimes(2)
})

test('a picture that the designer brings meanwhile is the one that counts', async () => {
  const { createSession, fetchSource, changeSession, resumeFetches } = await newWorker()
  let arrive: (source: Source) => void = () => {}
  acquire.mockReturnValueOnce(new Promise<Source>((resolve) => (arrive = resolve)))
  const { id, createdAt } = await createSession(draft, picked)
  const fetched = fetchSource(id, picked, createdAt)
  const own: Source = { ...ready, image: sampleImage('image-own1') }
  await changeSession(id, { source: own })
  arrive(ready)
  await fetched
  await resumeFetches()
  expect(await sourceOf(id)).toEqual(own)
})

test('a page that begins on a picture which only the page before it was uploading is not kept waiting', async () => {
  const { createSession, changeSession, settleAbandoned } = await newWorker()
  const { id } = await createSession(draft, picked)
  await settleAbandoned(id)
  // The worker is still at it.
  expect(await sourceOf(id)).toEqual({ state: 'acquiring' })
  await changeSession(id, { source: { state: 'acquiring' } })
  await settleAbandoned(id)
  expect(await sourceOf(id)).toMatchObject({ state: 'failed', code: 'INTERNAL' })
})

test('a worker stays awake while it fetches, and not after', async () => {
  const call = vi.spyOn(chromeNow.runtime, 'getPlatformInfo')
  await leftBehind()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(call).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(call.mock.calls.length).toBeLessThan(6)
  expect(Object.values(await memory.overlaySessions.get()).map(({ fetching }) => fetching)).toEqual([null])
})
