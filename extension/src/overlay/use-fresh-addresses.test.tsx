// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import type { Finished } from './flow'
import { useFreshAddresses } from './use-fresh-addresses'

const server = vi.hoisted(() => ({ generation: vi.fn() }))
vi.mock('../api', () => ({ api: server }))

const done = sampleGeneration(['delivered'])
const flow: Finished = { at: 'finished', batch: [done], retried: [], from: [], found: false, problem: null }
const dispatch = vi.fn()
let root: Root
function Watcher() {
  useFreshAddresses(flow, dispatch)
  return null
}
const minutes = (count: number) => act(async () => vi.advanceTimersByTimeAsync(count * 60_000))
const see = (state: 'visible' | 'hidden') => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  server.generation.mockReset().mockResolvedValue(done)
  dispatch.mockReset()
  see('visible')
  root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Watcher />))
})
afterEach(async () => {
  await act(async () => root.unmount())
  vi.useRealTimers()
})

test('addresses are renewed every half hour, long before they end', async () => {
  await minutes(29)
  expect(server.generation).not.toHaveBeenCalled()
  await minutes(2)
  expect(dispatch).toHaveBeenCalledExactlyOnceWith({ type: 'heard', generation: done })
  await minutes(30)
  expect(dispatch).toHaveBeenCalledTimes(2)
})

test('nobody asks for a page that is not looked at; on coming back it does', async () => {
  see('hidden')
  await minutes(120)
  expect(server.generation).not.toHaveBeenCalled()
  see('visible')
  await act(async () => document.dispatchEvent(new Event('visibilitychange')))
  expect(server.generation).toHaveBeenCalledOnce()
})

test('a server that is away is asked again soon', async () => {
  vi.spyOn(console, 'info').mockReturnValue()
  server.generation.mockRejectedValueOnce(new Error('away'))
  await minutes(32)
  expect(server.generation).toHaveBeenCalledTimes(2)
  expect(dispatch).toHaveBeenCalledOnce()
})
