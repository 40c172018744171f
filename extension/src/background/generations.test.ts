import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { sampleBalance } from '../../testing/wallet'
import { local } from '../storage'

const { api, tellFinished, keepNews, hearLive } = vi.hoisted(() => ({
  api: { generation: vi.fn(), balance: vi.fn() },
  tellFinished: vi.fn(async () => {}),
  keepNews: vi.fn(async () => {}),
  hearLive: vi.fn(async (_hear: unknown, _signal: AbortSignal) => {}),
}))
vi.mock('./server', () => ({ api, keepNews }))
vi.mock('./hear-live', () => ({ hearLive }))
vi.mock('./notify-finished', () => ({ tellFinished }))

let chromeNow: ReturnType<typeof fakeChrome>
const alarms = () => [...chromeNow.alarms.set.keys()]
const ids = async () => (await local.running.get()).map(({ id }) => id)

async function worker() {
  vi.resetModules()
  return { ...(await import('./generations')), ...(await import('../failures')) }
}

beforeEach(() => {
  vi.useFakeTimers()
  chromeNow = fakeChrome()
  vi.stubGlobal('chrome', chromeNow)
  api.generation.mockReset()
  api.balance.mockReset().mockResolvedValue({})
  tellFinished.mockReset().mockResolvedValue(undefined)
  keepNews.mockReset().mockResolvedValue(undefined)
  hearLive.mockReset().mockResolvedValue(undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a generation is followed to its end, image by image, and the alarm goes with it', async () => {
  const { startFollowing } = await worker()
  api.generation
    .mockResolvedValueOnce(sampleGeneration(['running', 'queued']))
    .mockResolvedValueOnce(sampleGeneration(['delivered', 'running']))
    .mockResolvedValue(sampleGeneration(['delivered', 'delivered']))
  await startFollowing({ id: 'generation-1', count: 2 })
  await vi.advanceTimersByTimeAsync(0)
  expect(await local.running.get()).toEqual([
    { id: 'generation-1', count: 2, delivered: 0, here: true, unreadSince: null, ended: false },
  ])
  expect(alarms()).toEqual(['generations'])
  await vi.advanceTimersByTimeAsync(500)
  expect(await local.running.get()).toMatchObject([{ delivered: 1 }])
  await vi.advanceTimersByTimeAsync(500)
  expect(await ids()).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(alarms()).toEqual([])
  expect(api.generation).toHaveBeenCalledTimes(3)
})

test('where nothing changes the looks grow rarer, and soon again after an image', async () => {
  const { startFollowing } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['running', 'running']))
  await startFollowing({ id: 'generation-1', count: 2 })
  const looksWithin = async (ms: number) => {
    const before = api.generation.mock.calls.length
    await vi.advanceTimersByTimeAsync(ms)
    return api.generation.mock.calls.length - before
  }
  const first = await looksWithin(2_000)
  await looksWithin(10_000)
  expect(first).toBeGreaterThan(2)
  expect(await looksWithin(10_000)).toBe(5)
  api.generation.mockResolvedValue(sampleGeneration(['delivered', 'running']))
  expect(await looksWithin(4_000)).toBeGreaterThan(3)
})

test('what the live stream tells counts at once, and an older look takes nothing back', async () => {
  const { startFollowing, hearOfGeneration } = await worker()
  const serverUrl = 'http://127.0.0.1:8787'
  api.generation.mockResolvedValue(sampleGeneration(['delivered', 'running', 'running']))
  await startFollowing({ id: 'generation-1', count: 3 })
  await vi.advanceTimersByTimeAsync(0)
  await hearOfGeneration({ serverUrl, progress: { id: 'generation-1', count: 3, delivered: 2 }, finished: false, balance: null })
  expect(await local.running.get()).toMatchObject([{ delivered: 2 }])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await local.running.get()).toMatchObject([{ delivered: 2 }])
  const ended = { id: 'generation-1', count: 3, delivered: 3 }
  await hearOfGeneration({ serverUrl: 'http://127.0.0.1:9000', progress: ended, finished: true, balance: null })
  expect(await ids()).toEqual(['generation-1'])
  await hearOfGeneration({ serverUrl, progress: ended, finished: true, balance: null })
  expect(await ids()).toEqual([])
  expect(tellFinished).toHaveBeenCalledWith(ended)
})

test('an end that comes with the balance it leaves shows at once: nothing is asked, and telling it holds nothing up', async () => {
  const { startFollowing, hearOfGeneration } = await worker()
  const { readStanding } = await import('./standing')
  api.generation.mockResolvedValue(sampleGeneration(['running']))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(0)
  tellFinished.mockReturnValueOnce(new Promise(() => {}))
  const balance = sampleBalance({ credits: 21 })
  const progress = { id: 'generation-1', count: 1, delivered: 1 }
  void hearOfGeneration({ serverUrl: 'http://127.0.0.1:8787', progress, finished: true, balance })
  await vi.advanceTimersByTimeAsync(0)
  expect(keepNews).toHaveBeenCalledWith({ serverUrl: 'http://127.0.0.1:8787', balance })
  expect([api.balance.mock.calls.length, (await readStanding()).running, await ids()]).toEqual([0, [], ['generation-1']])
})

test('a look and the stream that find the same end tell it once', async () => {
  const { startFollowing, hearOfGeneration } = await worker()
  const told: (() => void)[] = []
  tellFinished.mockImplementation(() => new Promise((resolve) => told.push(() => resolve(undefined))))
  api.generation.mockResolvedValue(sampleGeneration(['delivered']))
  await startFollowing({ id: 'generation-1', count: 1 })
  const progress = { id: 'generation-1', count: 1, delivered: 1 }
  void hearOfGeneration({ serverUrl: 'http://127.0.0.1:8787', progress, finished: true, balance: null })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toHaveLength(1)
  told[0]?.()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), told.length]).toEqual([[], 1])
})

test('the stream is heard for as long as something is under way, and no longer', async () => {
  const { startFollowing, hearOfGeneration, follow } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['running']))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(hearLive.mock.calls.map(([, signal]) => signal.aborted)).toEqual([false])
  const progress = { id: 'generation-1', count: 1, delivered: 1 }
  await hearOfGeneration({ serverUrl: 'http://127.0.0.1:8787', progress, finished: true, balance: null })
  await vi.advanceTimersByTimeAsync(0)
  expect([hearLive.mock.calls.map(([, signal]) => signal.aborted), alarms()]).toEqual([[true], []])
  follow()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(hearLive.mock.calls.map(([, signal]) => signal.aborted)).toEqual([true])
})

test('what another browser of this account asked for is shown while it runs, and told there', async () => {
  const { hearOfGeneration } = await worker()
  const serverUrl = 'http://127.0.0.1:8787'
  const progress = { id: 'generation-1', count: 3, delivered: 1 }
  api.generation.mockResolvedValue(sampleGeneration(['delivered', 'running', 'running']))
  await hearOfGeneration({ serverUrl, progress: { ...progress, id: 'generation-0' }, finished: true, balance: null })
  expect(await ids()).toEqual([])
  await hearOfGeneration({ serverUrl, progress, finished: false, balance: null })
  expect(await ids()).toEqual(['generation-1'])
  await hearOfGeneration({ serverUrl, progress, finished: true, balance: null })
  expect(await ids()).toEqual([])
  expect(tellFinished).not.toHaveBeenCalled()
})

test('a worker that dies before it has told tells it in its next life', async () => {
  const { startFollowing } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['delivered']))
  tellFinished.mockReturnValueOnce(new Promise(() => {}))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await ids()).toEqual(['generation-1'])
  const { follow } = await worker()
  follow()
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), tellFinished.mock.calls.length]).toEqual([[], 2])
})

test('the balance is known before a finished generation goes: the badge never shows the one before', async () => {
  const { startFollowing } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['delivered']))
  let runningThen: string[] = []
  api.balance.mockImplementation(async () => {
    runningThen = await ids()
  })
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(runningThen).toEqual(['generation-1'])
  expect(await ids()).toEqual([])
})

test('where the balance cannot be had the generation stays, and the alarm goes on with it', async () => {
  const { startFollowing, ApiError } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['delivered']))
  api.balance.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(30_000)
  expect([await ids(), alarms()]).toEqual([['generation-1'], ['generations']])
  const { follow } = await worker()
  follow()
  await vi.advanceTimersByTimeAsync(2_000)
  expect([await ids(), alarms()]).toEqual([[], []])
})

test('an alarm that finds nothing under way is the last', async () => {
  await chrome.alarms.create('generations', { periodInMinutes: 0.5 })
  const { follow } = await worker()
  follow()
  await vi.advanceTimersByTimeAsync(0)
  expect(alarms()).toEqual([])
})

test('what is added while another is waited for is followed too, and nothing twice', async () => {
  const { startFollowing } = await worker()
  api.generation.mockImplementation(async (id: string) => sampleGeneration(['running'], { id }))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(100)
  await startFollowing({ id: 'generation-2', count: 1 })
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(400)
  expect(api.generation.mock.calls.flat()).toEqual(['generation-1', 'generation-1', 'generation-2'])
})

test('an event that was told before the end and comes after it shows nothing as under way again', async () => {
  const { startFollowing, hearOfGeneration } = await worker()
  api.generation.mockResolvedValue(sampleGeneration(['delivered', 'delivered']))
  await startFollowing({ id: 'generation-1', count: 2 })
  await vi.advanceTimersByTimeAsync(1_000)
  const progress = { id: 'generation-1', count: 2, delivered: 1 }
  await hearOfGeneration({ serverUrl: 'http://127.0.0.1:8787', progress, finished: false, balance: null })
  expect(await ids()).toEqual([])
  // The page that asked for it may tell so after all that: then the designer is told.
  tellFinished.mockClear()
  await startFollowing({ id: 'generation-1', count: 2 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), tellFinished.mock.calls.length]).toEqual([[], 1])
})

const nobodys = ['NOT_FOUND', 'NO_ACCOUNT'] as const
test.each(nobodys)('a generation of another account or server, or of none, is nothing to wait for: %s', async (code) => {
  const { startFollowing, ApiError } = await worker()
  api.generation.mockRejectedValue(new ApiError(code))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), alarms()]).toEqual([[], []])
})

test('what the server cannot tell holds up no other, and is let go after a while', async () => {
  const { startFollowing, follow, ApiError } = await worker()
  api.generation.mockImplementation(async (id: string) => {
    if (id === 'generation-1') throw new ApiError('INTERNAL')
    return sampleGeneration(['delivered'], { id })
  })
  await startFollowing({ id: 'generation-1', count: 4 })
  await startFollowing({ id: 'generation-2', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await ids()).toEqual(['generation-1'])
  // Meanwhile the alarm rings.
  for (let minute = 0; minute < 9; minute++) {
    await vi.advanceTimersByTimeAsync(60_000)
    follow()
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), alarms()]).toEqual([['generation-1'], ['generations']])
  await vi.advanceTimersByTimeAsync(120_000)
  follow()
  await vi.advanceTimersByTimeAsync(5_000)
  expect([await ids(), alarms()]).toEqual([[], []])
})

test('a server that is away for hours takes nothing from what is under way', async () => {
  const { startFollowing, follow, ApiError } = await worker()
  api.generation.mockRejectedValue(new ApiError('OFFLINE'))
  await startFollowing({ id: 'generation-1', count: 4 })
  for (let hour = 0; hour < 3; hour++) {
    await vi.advanceTimersByTimeAsync(3_600_000)
    follow()
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), alarms()]).toEqual([['generation-1'], ['generations']])
})
