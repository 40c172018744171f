// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import type { State } from './flow'
import { nothingMade, shown } from './made'
import { useKept } from './use-kept'
import { firstWish } from './wish'

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }))
vi.mock('../messages', () => ({ ask }))

const wish = firstWish({ operation: 'generate', prompt: 'stripes' })
const begun: State = { wish, flow: { at: 'composing', problem: null, before: null }, unanswered: [] }
const made = sampleGeneration(['delivered'])
const finished: State = { ...begun, flow: shown({ ...nothingMade, batch: [made] }) }
let root: Root
let keep: () => Promise<void>

function Keeper({ state }: { state: State }) {
  keep = useKept('session-1', state)
  return null
}
const draw = (state: State) => act(async () => root.render(<Keeper state={state} />))
const wait = () => act(async () => vi.advanceTimersByTimeAsync(1_000))
const kept = () => ask.mock.calls.map(([, { change }]) => change)

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  ask.mockReset().mockResolvedValue(null)
  root = createRoot(document.createElement('div'))
  await draw(begun)
})
afterEach(() => {
  vi.useRealTimers()
  return act(async () => root.unmount())
})

test('who opens an overlay again while the server is away, and closes it, finds its images the next time', async () => {
  await wait()
  await keep()
  expect(ask).not.toHaveBeenCalled()
  await draw({ ...begun, wish: { ...wish, prompt: 'navy stripes' } })
  await wait()
  expect(kept()).toEqual([{ wish: { ...wish, prompt: 'navy stripes' } }])
})

test('what is set and shown is kept a moment later, or at once by who leaves, and once', async () => {
  await draw(finished)
  await wait()
  await keep()
  expect(kept()).toEqual([{ wish, shown: { generationIds: [made.id], retried: [] } }])
  await draw({ ...finished, wish: { ...wish, count: 2 } })
  await keep()
  await wait()
  expect(kept().slice(1)).toEqual([expect.objectContaining({ wish: { ...wish, count: 2 } })])
})
