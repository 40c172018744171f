import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { memory } from '../storage'

const { api } = vi.hoisted(() => ({ api: { generation: vi.fn(), balance: vi.fn() } }))
vi.mock('./server', () => ({ api }))

let chromeNow: ReturnType<typeof fakeChrome>
const alarms = () => [...chromeNow.alarms.set.keys()]
const ids = async () => (await memory.running.get()).map(({ id }) => id)

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
  expect(await memory.running.get()).toEqual([{ id: 'generation-1', count: 2, delivered: 0 }])
  expect(alarms()).toEqual(['generations'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await memory.running.get()).toMatchObject([{ delivered: 1 }])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await ids()).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(alarms()).toEqual([])
  expect(api.generation).toHaveBeenCalledTimes(3)
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
  await vi.advanceTimersByTimeAsync(500)
  await startFollowing({ id: 'generation-2', count: 1 })
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(api.generation.mock.calls.flat()).toEqual(['generation-1', 'generation-1', 'generation-2'])
})

test('a generation of another account or server is nothing to wait for', async () => {
  const { startFollowing, ApiError } = await worker()
  api.generation.mockRejectedValue(new ApiError('NOT_FOUND'))
  await startFollowing({ id: 'generation-1', count: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect([await ids(), alarms()]).toEqual([[], []])
})
