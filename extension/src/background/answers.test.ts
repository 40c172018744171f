import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { sampleOrder } from '../../testing/orders'
import { ApiError } from '../failures'
import { local, memory, readOverlaySession } from '../storage'

const { api, refresh } = vi.hoisted(() => ({
  api: { generations: vi.fn(), generation: vi.fn(), balance: vi.fn() },
  refresh: vi.fn(async () => {}),
}))
vi.mock('./server', () => ({ api, refresh }))
vi.mock('./hear-live', () => ({ hearLive: async () => {} }))
vi.mock('./notify-finished', () => ({ tellFinished: async () => {} }))

const words = { operation: 'generate', prompt: 'navy stripes', source: null, intentId: null } as const
const sentOf = (intentId: string) => ({ request: sampleOrder({ intentId }).request, retrying: null })
const list = (...generations: unknown[]) => ({ generations, nextCursor: null })

async function worker() {
  vi.resetModules()
  return { ...(await import('./answers')), ...(await import('./overlay-sessions')) }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('chrome', fakeChrome())
  for (const mock of [api.generations, api.generation, api.balance, refresh]) mock.mockReset()
  api.generation.mockReturnValue(new Promise(() => {}))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A session whose request left, and whose page went before the answer. */
async function sent(intentId = 'intent-0001') {
  const { createSession, changeSession, ...rest } = await worker()
  const { id } = await createSession(words)
  await changeSession(id, { sent: sentOf(intentId) })
  return { id, ...rest }
}

test('a request whose page is gone is found on the server, followed, and its balance asked for', async () => {
  const generation = sampleGeneration(['delivered', 'running'])
  api.generations.mockResolvedValue(list(generation))
  const { id, lookForAnswers } = await sent()
  lookForAnswers()
  await vi.advanceTimersByTimeAsync(0)
  expect(await readOverlaySession(id)).toMatchObject({ generationId: generation.id, sentAt: null })
  expect(await local.running.get()).toEqual([
    { id: generation.id, count: 2, delivered: 1, here: true, unreadSince: null, ended: false },
  ])
  expect(refresh).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(api.generations).toHaveBeenCalledTimes(1)
})

test('one that has finished meanwhile is told and charged: the balance is asked for after it was found', async () => {
  const order: string[] = []
  api.generations.mockImplementation(async () => {
    order.push('list')
    return list(sampleGeneration(['delivered']))
  })
  refresh.mockImplementation(async () => void order.push('balance'))
  api.generation.mockResolvedValue(sampleGeneration(['delivered']))
  const { lookForAnswers } = await sent()
  lookForAnswers()
  await vi.advanceTimersByTimeAsync(0)
  expect(order).toEqual(['list', 'balance'])
  expect(await local.running.get()).toEqual([])
})

test('a request that may still be on its way is looked for again; one that never arrived is let go', async () => {
  api.generations.mockResolvedValue(list())
  const { id, lookForAnswers } = await sent()
  lookForAnswers()
  await vi.advanceTimersByTimeAsync(16_000)
  expect((await readOverlaySession(id))?.sentAt).not.toBeNull()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await readOverlaySession(id)).toMatchObject({ sentAt: null, generationId: null, intentId: 'intent-0001' })
  const looks = api.generations.mock.calls.length
  await vi.advanceTimersByTimeAsync(60_000)
  expect(api.generations).toHaveBeenCalledTimes(looks)
})

test('a clock that was set back keeps nobody asking for hours', async () => {
  api.generations.mockResolvedValue(list())
  const { id, findUnfinished } = await sent()
  await findUnfinished(Date.now() - 3_600_000)
  expect((await readOverlaySession(id))?.sentAt).toBeNull()
})

test('a request is kept whole until its answer is told, for whoever opens its overlay again', async () => {
  const { id } = await sent()
  const { changeSession } = await import('./overlay-sessions')
  expect((await readOverlaySession(id))?.sent).toEqual(sentOf('intent-0001'))
  await changeSession(id, { generationId: 'generation-1' })
  expect(await readOverlaySession(id)).toMatchObject({ intentId: 'intent-0001', generationId: 'generation-1', sent: null })
})

test('nothing is asked where every request was answered', async () => {
  const { createSession, changeSession, lookForAnswers } = await worker()
  const { id } = await createSession(words)
  await changeSession(id, { sent: sentOf('intent-0001') })
  await changeSession(id, { generationId: 'generation-1' })
  // A draft that the popup opens has an intent, and nothing was sent.
  await createSession({ ...words, intentId: 'intent-0002' })
  lookForAnswers()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(api.generations).not.toHaveBeenCalled()
})

test('a server that is away is left to the alarm, and the request is not forgotten', async () => {
  api.generations.mockRejectedValue(new ApiError('OFFLINE'))
  refresh.mockImplementation(async () => memory.reachable.set(false))
  const { id, lookForAnswers, findUnfinished } = await sent()
  lookForAnswers()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(api.generations).toHaveBeenCalledTimes(1)
  api.generations.mockResolvedValue(list(sampleGeneration(['delivered'])))
  await findUnfinished()
  expect((await readOverlaySession(id))?.generationId).toBe('generation-1')
})

test('a request that is sent again while the server is asked stays open', async () => {
  const { id, findUnfinished } = await sent()
  const { changeSession } = await import('./overlay-sessions')
  api.generations.mockImplementation(async () => {
    await changeSession(id, { sent: sentOf('intent-0002') })
    return list(sampleGeneration(['delivered']))
  })
  await findUnfinished()
  expect(await readOverlaySession(id)).toMatchObject({ intentId: 'intent-0002', generationId: null })
  expect((await readOverlaySession(id))?.sentAt).not.toBeNull()
})

test('a page that sent a request and says nothing more is looked after by itself', async () => {
  api.generations.mockResolvedValue(list(sampleGeneration(['running'])))
  const { id, expectAnswer } = await sent()
  expectAnswer()
  await vi.advanceTimersByTimeAsync(5_000)
  expect((await readOverlaySession(id))?.generationId).toBe('generation-1')
})
