import type { GenerationRequest } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import type { FailureCode } from '../failures'
import type { Action, State } from './flow'
import { orderFor } from './order'
import { reduce } from './reduce'
import { firstWish } from './wish'

const start: State = {
  wish: firstWish({ operation: 'generate', prompt: 'a' }),
  flow: { at: 'composing', problem: null, before: null },
  unanswered: [],
}
const restored = (generation: ReturnType<typeof sampleGeneration>): Action => ({
  type: 'restored',
  generations: [generation],
  retried: [],
  wish: null,
})
const after = (state: State, ...actions: Action[]) => actions.reduce(reduce, state)

/** A designer who writes prompts and presses Generate; every sending ends with a code. */
function designer() {
  let made = 0
  let state = start
  return {
    sends(prompt: string, code: FailureCode): string {
      state = after(state, { type: 'wish', change: { prompt } })
      const order = orderFor(
        { wish: state.wish, projectId: null, source: null, made: 0 },
        { quote: sampleQuote(), yes: { useReserve: false, overBudget: false } },
        state.unanswered,
        () => `intent-${++made}`,
      )
      const { intentId } = order.request
      state = after(state, { type: 'send', order }, { type: 'refused', intentId, problem: { code, details: {} }, left: true })
      return intentId
    },
    state: () => state,
  }
}

test('a lost order keeps its intent, whatever becomes of others in between', () => {
  const { sends } = designer()
  const first = sends('a', 'OFFLINE')
  sends('b', 'NOT_UNDERSTOOD')
  sends('c', 'OFFLINE')
  expect(sends('a', 'OFFLINE')).toBe(first)
})

test('a refusal of this sending alone says nothing of the one that was lost', () => {
  for (const code of ['BUSY', 'OFFLINE', 'TIMED_OUT', 'INTERNAL', 'UNAUTHORIZED', 'IDEMPOTENCY_MISMATCH'] as const) {
    const { sends } = designer()
    const first = sends('a', 'OFFLINE')
    sends('a', code)
    expect(sends('a', 'OFFLINE'), code).toBe(first)
  }
})

test('an order that the server has judged and refused is a new one the next time', () => {
  const { sends, state } = designer()
  const first = sends('a', 'OFFLINE')
  sends('a', 'PRICE_CHANGED')
  expect(state().unanswered).toEqual([])
  expect(sends('a', 'OFFLINE')).not.toBe(first)
})

test('only a lost answer leaves a fate open, and only of what has left', () => {
  const { sends, state } = designer()
  sends('a', 'BUSY')
  expect(state().unanswered).toEqual([])
  const order = sampleOrder()
  const problem = { code: 'OFFLINE', details: {} } as const
  const unsent = after(start, { type: 'send', order }, { type: 'refused', intentId: 'intent-0001', problem, left: false })
  expect(unsent).toMatchObject({ unanswered: [], flow: { at: 'composing', problem } })
})

const lost = (change: Partial<GenerationRequest> = {}, retrying: string | null = null) => {
  const order = sampleOrder(change, retrying)
  const problem = { code: 'OFFLINE', details: {} } as const
  return [
    { type: 'send', order },
    { type: 'refused', intentId: order.request.intentId, problem, left: true },
  ] satisfies Action[]
}

test('four became three after a lost answer: the four that arrived are shown, the three are not sent', () => {
  const changed = after(start, ...lost(), { type: 'wish', change: { count: 3 } })
  const three = sampleOrder({ intentId: 'intent-0002', count: 3 })
  const arrived = sampleGeneration(['running', 'queued', 'queued', 'queued'])
  const state = after(changed, { type: 'send', order: three }, { type: 'found', generation: arrived })
  expect(state).toMatchObject({ flow: { at: 'running', batch: [arrived], found: true }, unanswered: [], wish: { count: 3 } })
})

test('what arrived after all is shown as soon as anyone tells of it', () => {
  const waiting = after(start, ...lost())
  const heard = after(waiting, { type: 'heard', generation: sampleGeneration(['running']) })
  expect(heard).toMatchObject({ flow: { at: 'running', found: true }, unanswered: [] })
})

test('it joins images that are there: finished ones, and ones on their way', () => {
  const done = sampleGeneration(['delivered'], { id: 'generation-0', intentId: 'intent-0000' })
  const finished = after(start, restored(done), ...lost())
  const arrived = sampleGeneration(['running'])
  expect(after(finished, { type: 'found', generation: arrived }).flow).toMatchObject({ at: 'running', batch: [done, arrived] })

  const other = sampleGeneration(['running'], { id: 'generation-2', intentId: 'intent-0002' })
  const order = sampleOrder({ intentId: 'intent-0002' })
  const running = after(finished, { type: 'send', order }, { type: 'accepted', intentId: 'intent-0002', generation: other })
  const both = after(running, { type: 'heard', generation: arrived })
  expect(both.flow).toMatchObject({ at: 'running', batch: [done, other, arrived] })
  const oneLeft = after(both, { type: 'heard', generation: sampleGeneration(['delivered']) })
  expect(oneLeft.flow.at).toBe('running')
})

test('while another order is on its way news of a lost one wait: nobody leaves the answer', () => {
  const sending = after(start, ...lost(), { type: 'send', order: sampleOrder({ intentId: 'intent-0002' }) })
  expect(after(sending, { type: 'heard', generation: sampleGeneration(['running']) })).toBe(sending)
})

test('a try again without credits: the draft shows that one image, and the batch is one step away', () => {
  const done = sampleGeneration(['delivered', 'failed'])
  const finished = after(start, restored(done))
  const retry = sampleOrder({ intentId: 'intent-0002', count: 1, maxCredits: 1 }, 'generation-1:1')
  const problem = { code: 'INSUFFICIENT_CREDITS', details: { shortfall: 1 } } as const
  const blocked = after(
    finished,
    { type: 'send', order: retry },
    { type: 'refused', intentId: 'intent-0002', problem, left: true },
  )
  expect(blocked).toMatchObject({ wish: { count: 1, prompt: 'navy stripes' }, flow: { at: 'blocked', order: retry } })
  expect(after(blocked, { type: 'look-back' })).toMatchObject({ flow: { at: 'finished', batch: [done] }, wish: { count: 2 } })

  const made = sampleGeneration(['delivered'], { id: 'generation-2', intentId: 'intent-0002' })
  const resumed = after(blocked, { type: 'send', order: retry }, { type: 'accepted', intentId: 'intent-0002', generation: made })
  expect(resumed.flow).toMatchObject({ at: 'finished', batch: [done, made], retried: ['generation-1:1'] })
})
