// @vitest-environment happy-dom
import { act, useReducer } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { sampleOrder } from '../../testing/orders'
import { ApiError } from '../failures'
import type { Action, Order, State } from './flow'
import { reduce } from './reduce'
import { useSending } from './use-sending'
import { firstWish } from './wish'

const server = vi.hoisted(() => ({ request: vi.fn(), generations: vi.fn() }))
const worker = vi.hoisted(() => vi.fn())
vi.mock('../api', () => ({ api: server }))
vi.mock('../messages', () => ({ ask: worker }))

const start: State = {
  wish: firstWish({ operation: 'generate', prompt: 'navy stripes' }),
  flow: { at: 'composing', problem: null, before: null },
  unanswered: [],
}
let state = start
let dispatch: (action: Action) => void = () => {}
const own = new Set<string>()

function Sender() {
  const [now, tell] = useReducer(reduce, start)
  useSending('session-1', now, own, tell)
  state = now
  dispatch = tell
  return null
}
const send = (...orders: Order[]) => act(async () => orders.forEach((order) => void dispatch({ type: 'send', order })))
const second = sampleOrder({ intentId: 'intent-0002', count: 3 })

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  worker.mockResolvedValue(null)
  server.request.mockImplementation(async ({ intentId }) => sampleGeneration(['running'], { intentId }))
  server.generations.mockResolvedValue({ generations: [], nextCursor: null })
  await act(async () => createRoot(document.createElement('div')).render(<Sender />))
})
afterEach(() => vi.clearAllMocks())

test('of two clicks in one moment one goes out, after its intent was kept', async () => {
  await send(sampleOrder(), second)
  expect(server.request).toHaveBeenCalledExactlyOnceWith(sampleOrder().request)
  expect(worker.mock.calls[0]).toEqual([
    'ui-bg-overlay-changed',
    { sessionId: 'session-1', change: { sent: { request: sampleOrder().request, retrying: null } } },
  ])
  expect(worker.mock.invocationCallOrder[0]).toBeLessThan(server.request.mock.invocationCallOrder[0] ?? 0)
  expect(state.flow.at).toBe('running')
})

test('while the fate of an order is open, another goes out only once the first is known not to have arrived', async () => {
  server.request.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await send(sampleOrder())
  expect(state).toMatchObject({ flow: { at: 'composing' }, unanswered: [sampleOrder()] })
  await send(second)
  expect(server.generations).toHaveBeenCalledOnce()
  expect(server.request).toHaveBeenCalledTimes(2)
})

test('an order that had arrived is shown instead of sending another', async () => {
  server.request.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await send(sampleOrder())
  server.generations.mockResolvedValue({ generations: [sampleGeneration(['delivered'])], nextCursor: null })
  await send(second)
  expect(server.request).toHaveBeenCalledOnce()
  expect(state).toMatchObject({ flow: { at: 'finished', found: true }, unanswered: [] })
})

test('nothing goes out while nobody can tell what became of the first', async () => {
  server.request.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await send(sampleOrder())
  server.generations.mockRejectedValue(new ApiError('OFFLINE'))
  await send(second)
  expect(server.request).toHaveBeenCalledOnce()
  expect(state).toMatchObject({ flow: { problem: { code: 'OFFLINE' } }, unanswered: [sampleOrder()] })
})

test('the same order again needs no question: its intent is its safety', async () => {
  server.request.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await send(sampleOrder())
  await send(sampleOrder())
  expect(server.generations).not.toHaveBeenCalled()
  expect(state.flow.at).toBe('running')
})
