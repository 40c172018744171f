import type { GenerationRequest, PaymentNews } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import type { Action, State } from './flow'
import { reduce } from './reduce'

const start: State = {
  wish: { operation: 'generate', prompt: 'navy stripes', count: 4, size: 1024, layout: 'half-drop' },
  flow: { at: 'composing', problem: null },
  unanswered: null,
}
const request: GenerationRequest = {
  intentId: 'intent-0001',
  operation: 'generate',
  prompt: 'navy stripes',
  sourceImageId: null,
  count: 4,
  size: 1024,
  engine: 'auto',
  priceVersion: 1,
  maxCredits: 4,
}
const send: Action = { type: 'send', from: [] }
const refuse = (code: 'OFFLINE' | 'BUSY' | 'INSUFFICIENT_CREDITS', details = {}): Action => ({
  type: 'refused',
  request,
  problem: { code, details },
})
const run = (...actions: Action[]) => actions.reduce(reduce, start)
const one = sampleGeneration(['delivered', 'running'])
const done = sampleGeneration(['delivered', 'failed'])
const paid: PaymentNews = { checkoutId: 'checkout-1', packId: 'pack-100', state: 'paid', credits: 100, expiresAt: null }

test('a request is sent, accepted, followed and finished', () => {
  expect(run(send).flow.at).toBe('sending')
  expect(run(send, { type: 'accepted', generation: one }).flow.at).toBe('running')
  expect(run(send, { type: 'accepted', generation: one }, { type: 'heard', generation: done }).flow.at).toBe('finished')
})

test('while a request is on its way nothing else can be sent or changed', () => {
  const sending = run(send)
  expect(reduce(sending, send)).toBe(sending)
  expect(reduce(sending, { type: 'wish', change: { count: 8 } })).toBe(sending)
  const running = run(send, { type: 'accepted', generation: one })
  expect(reduce(running, send)).toBe(running)
  expect(reduce(running, { type: 'edit' })).toBe(running)
})

test('a refusal leads back to where it was sent from and says why', () => {
  expect(run(send, refuse('BUSY')).flow).toEqual({ at: 'composing', problem: { code: 'BUSY', details: {} } })
  const again = run(send, { type: 'accepted', generation: done }, send, refuse('BUSY')).flow
  expect(again).toMatchObject({ at: 'finished', batch: [done], problem: { code: 'BUSY' } })
})

test('only a lost answer keeps the request for sending it again', () => {
  expect(run(send, refuse('OFFLINE')).unanswered).toEqual(request)
  expect(run(send, refuse('BUSY')).unanswered).toBeNull()
  expect(run(send, refuse('OFFLINE'), send, { type: 'accepted', generation: one }).unanswered).toBeNull()
})

test('without credits the request waits as a draft, a payment shows, and editing leads back', () => {
  const blocked = run(send, refuse('INSUFFICIENT_CREDITS', { shortfall: 3 }))
  expect(blocked.flow).toMatchObject({ at: 'blocked', intentId: 'intent-0001', shortfall: 3, added: null })
  expect(reduce(blocked, { type: 'paid', payment: { ...paid, state: 'declined' } }).flow).toMatchObject({ added: null })
  expect(reduce(blocked, { type: 'paid', payment: paid }).flow).toMatchObject({ at: 'blocked', added: paid })
  expect(reduce(blocked, { type: 'wish', change: { count: 1 } })).toMatchObject({ flow: { at: 'composing' }, wish: { count: 1 } })
})

test('a draft that was resumed elsewhere shows what it became', () => {
  const blocked = run(send, refuse('INSUFFICIENT_CREDITS', { shortfall: 3 }))
  expect(reduce(blocked, { type: 'heard', generation: one }).flow.at).toBe('running')
  const other = sampleGeneration(['running'], { intentId: 'intent-0009' })
  expect(reduce(blocked, { type: 'heard', generation: other })).toEqual(blocked)
})

test('news that overtook each other never take an image away', () => {
  const running = run(send, { type: 'accepted', generation: sampleGeneration(['delivered', 'delivered', 'running']) })
  const late = reduce(running, { type: 'heard', generation: sampleGeneration(['delivered', 'running', 'queued']) })
  expect(late.flow).toMatchObject({ batch: [{ held: 1 }] })
  const finished = run(send, { type: 'accepted', generation: done })
  expect(reduce(finished, { type: 'heard', generation: one }).flow.at).toBe('finished')
})

test('news of other generations change nothing', () => {
  const running = run(send, { type: 'accepted', generation: one })
  const other = sampleGeneration(['delivered'], { id: 'generation-9' })
  expect(reduce(running, { type: 'heard', generation: other }).flow).toEqual(running.flow)
})

test('more of the same joins what is there; an image tried again takes the failed one’s place', () => {
  const more = sampleGeneration(['queued'], { id: 'generation-2', intentId: 'intent-0002' })
  const retry: Action = { type: 'send', from: [], retrying: 'generation-1:1' }
  const state = run(send, { type: 'accepted', generation: done }, retry, { type: 'accepted', generation: more })
  expect(state.flow).toMatchObject({
    at: 'running',
    batch: [{ id: 'generation-1' }, { id: 'generation-2' }],
    retried: ['generation-1:1'],
  })
})

test('a server that is back takes its own complaint away, no other', () => {
  expect(run(send, refuse('OFFLINE'), { type: 'reachable' }).flow).toEqual({ at: 'composing', problem: null })
  expect(run(send, refuse('BUSY'), { type: 'reachable' }).flow).toMatchObject({ problem: { code: 'BUSY' } })
})

test('stopping shows at once, and is taken back where it failed', () => {
  const running = run(send, { type: 'accepted', generation: one })
  const stopping = reduce(running, { type: 'stop' })
  expect(stopping.flow).toMatchObject({ stopping: true })
  expect(reduce(stopping, { type: 'heard', generation: one }).flow).toMatchObject({ stopping: true })
  const failed = reduce(stopping, { type: 'stop-failed', problem: { code: 'OFFLINE', details: {} } })
  expect(failed.flow).toMatchObject({ stopping: false, problem: { code: 'OFFLINE' } })
})

test('a session that is opened again goes on where it was', () => {
  expect(run({ type: 'restored', wish: start.wish, generation: one }).flow.at).toBe('running')
  expect(run({ type: 'restored', wish: start.wish, generation: done }).flow.at).toBe('finished')
  const draft: Action = { type: 'draft-restored', wish: start.wish, intentId: 'intent-0007', shortfall: 0 }
  expect(run(draft).flow).toMatchObject({ at: 'blocked', intentId: 'intent-0007' })
})
