import type { PaymentNews } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration, sampleImage } from '../../testing/generations'
import { sampleOrder } from '../../testing/orders'
import type { FailureCode } from '../failures'
import type { Action, Order, State } from './flow'
import { reduce } from './reduce'
import { firstWish } from './wish'

const start: State = {
  wish: firstWish({ operation: 'generate', prompt: 'navy stripes' }),
  flow: { at: 'composing', problem: null, before: null },
  unanswered: [],
}
const order = sampleOrder()
const send: Action = { type: 'send', order }
const sendOf = (sent: Order): Action => ({ type: 'send', order: sent })
const refuse = (code: FailureCode, details = {}, of = order): Action => ({
  type: 'refused',
  intentId: of.request.intentId,
  problem: { code, details },
  left: true,
})
const accept = (generation: ReturnType<typeof sampleGeneration>, intentId = 'intent-0001'): Action => ({
  type: 'accepted',
  intentId,
  generation,
})
const restored = (generation: ReturnType<typeof sampleGeneration>): Action => ({
  type: 'restored',
  generations: [generation],
  retried: [],
  wish: null,
})
const run = (...actions: Action[]) => actions.reduce(reduce, start)
const one = sampleGeneration(['delivered', 'running'])
const done = sampleGeneration(['delivered', 'failed'])
const paid: PaymentNews = {
  kind: 'pack',
  checkoutId: 'checkout-1',
  packId: 'pack-100',
  state: 'paid',
  credits: 100,
  expiresAt: null,
}

test('an order is sent, accepted, followed and finished', () => {
  expect(run(send).flow.at).toBe('sending')
  expect(run(send, accept(one)).flow.at).toBe('running')
  expect(run(send, accept(one), { type: 'heard', generation: done }).flow.at).toBe('finished')
})

test('while an order is on its way no other is let in, and what it asks for stays as it is', () => {
  const sending = run(send)
  expect(reduce(sending, sendOf(sampleOrder({ intentId: 'intent-0002' })))).toBe(sending)
  expect(reduce(sending, { type: 'wish', change: { count: 8 } })).toBe(sending)
  expect(reduce(sending, { type: 'edit' })).toBe(sending)
  const running = run(send, accept(one))
  expect(reduce(running, send)).toBe(running)
  expect(reduce(running, { type: 'edit' })).toBe(running)
})

test('only the answer of the order on its way is its answer', () => {
  const sending = run(send)
  expect(reduce(sending, accept(one, 'intent-0009'))).toBe(sending)
  expect(reduce(sending, refuse('BUSY', {}, sampleOrder({ intentId: 'intent-0009' })))).toBe(sending)
  expect(reduce(sending, { type: 'trouble', problem: { code: 'OFFLINE', details: {} } })).toBe(sending)
})

test('a failed image is made up for once', () => {
  const retry = sampleOrder({ intentId: 'intent-0002', count: 1 }, 'generation-1:1')
  const more = sampleGeneration(['delivered'], { id: 'generation-2', intentId: 'intent-0002' })
  const state = run(send, accept(done), sendOf(retry), accept(more, 'intent-0002'))
  expect(state.flow).toMatchObject({ at: 'finished', retried: ['generation-1:1'] })
  expect(reduce(state, sendOf({ ...retry, request: { ...retry.request, intentId: 'intent-0003' } }))).toBe(state)
})

test('a refusal leads back to where it was sent from and says why', () => {
  expect(run(send, refuse('BUSY')).flow).toMatchObject({ at: 'composing', problem: { code: 'BUSY' } })
  const again = run(send, accept(done), send, refuse('BUSY')).flow
  expect(again).toMatchObject({ at: 'finished', batch: [done], problem: { code: 'BUSY' } })
  expect(run(send, refuse('BUSY'), send).flow).toMatchObject({ back: { problem: null } })
})

test('images that are shown again answer the order they came of', () => {
  const begun: State = { ...start, unanswered: [order] }
  expect(reduce(begun, restored(one))).toMatchObject({ unanswered: [], flow: { at: 'running', found: false } })
})

test('a draft that was resumed elsewhere shows what it became', () => {
  const blocked = run(send, refuse('INSUFFICIENT_CREDITS', { shortfall: 3 }))
  expect(reduce(blocked, { type: 'heard', generation: one }).flow.at).toBe('running')
  const other = sampleGeneration(['running'], { intentId: 'intent-0009' })
  expect(reduce(blocked, { type: 'heard', generation: other })).toEqual(blocked)
})

test('news that overtook each other never take an image away', () => {
  const running = run(send, accept(sampleGeneration(['delivered', 'delivered', 'running'])))
  const late = reduce(running, { type: 'heard', generation: sampleGeneration(['delivered', 'running', 'queued']) })
  expect(late.flow).toMatchObject({ batch: [{ held: 1 }] })
  expect(run(send, accept(done), { type: 'heard', generation: one }).flow.at).toBe('finished')
})

test('finished images take new addresses', () => {
  const items = done.items.map((item) => ({ ...item, image: item.image && { ...sampleImage(), url: 'http://127.0.0.1/new' } }))
  const fresh = run(send, accept(done), { type: 'heard', generation: { ...done, items } })
  expect(fresh.flow).toMatchObject({ batch: [{ items: [{ image: { url: 'http://127.0.0.1/new' } }, {}] }] })
})

test('news of other generations change nothing', () => {
  const running = run(send, accept(one))
  const other = sampleGeneration(['delivered'], { id: 'generation-9', intentId: 'intent-0009' })
  expect(reduce(running, { type: 'heard', generation: other }).flow).toEqual(running.flow)
})

test('more of the same joins what is there', () => {
  const more = sampleGeneration(['queued'], { id: 'generation-2', intentId: 'intent-0002' })
  const state = run(send, accept(done), sendOf(sampleOrder({ intentId: 'intent-0002' })), accept(more, 'intent-0002'))
  expect(state.flow).toMatchObject({ at: 'running', batch: [{ id: 'generation-1' }, { id: 'generation-2' }] })
})

test('a server that is back takes its own complaint away, no other', () => {
  expect(run(send, refuse('OFFLINE'), { type: 'reachable' }).flow).toMatchObject({ at: 'composing', problem: null })
  expect(run(send, refuse('BUSY'), { type: 'reachable' }).flow).toMatchObject({ problem: { code: 'BUSY' } })
})

test('stopping shows at once, and is taken back where it failed', () => {
  const running = run(send, accept(one))
  const stopping = reduce(running, { type: 'stop' })
  expect(stopping.flow).toMatchObject({ stopping: true })
  expect(reduce(stopping, { type: 'heard', generation: one }).flow).toMatchObject({ stopping: true })
  const failed = reduce(stopping, { type: 'stop-failed', problem: { code: 'OFFLINE', details: {} } })
  expect(failed.flow).toMatchObject({ stopping: false, problem: { code: 'OFFLINE' } })
})

test('a session that is opened again goes on where it was, but never over what was begun since', () => {
  expect(run(restored(one)).flow.at).toBe('running')
  expect(run(restored(done))).toMatchObject({ flow: { at: 'finished' }, wish: { count: 2 } })
  const draft = { intentId: 'intent-0007', request: order.request, source: null, credits: 4, createdAt: '2026-11-22T10:00:00Z' }
  const waiting = run({ type: 'draft-restored', draft })
  expect(waiting.flow).toMatchObject({ at: 'blocked', order: { request: order.request }, shortfall: null })
  const begun = run(send, accept(one))
  expect(reduce(begun, restored(sampleGeneration(['delivered'], { id: 'generation-9' })))).toBe(begun)
})

test('it shows the images as they were left, beside the draft that was being written', () => {
  const retried = ['generation-1:1']
  const wish = { ...start.wish, prompt: 'coral stripes', count: 6 }
  const more = sampleGeneration(['delivered'], { id: 'generation-2', intentId: 'intent-0002' })
  const left = run({ type: 'restored', generations: [done, more], retried, wish })
  expect(left).toMatchObject({ wish, flow: { at: 'finished', batch: [done, more], retried } })
})

test('images made before can be looked back at while the next wish is written', () => {
  const editing = run(send, accept(done), { type: 'edit' }, { type: 'wish', change: { prompt: 'something else' } })
  expect(editing).toMatchObject({ flow: { at: 'composing', before: { finished: { batch: [done] } } } })
  expect(reduce(editing, { type: 'look-back' })).toMatchObject({ flow: { at: 'finished', batch: [done] }, wish: start.wish })
  expect(reduce(start, { type: 'look-back' })).toBe(start)
})

test('choosing what is chosen already does not take away what is said about it', () => {
  const refused = run(send, refuse('INSUFFICIENT_CREDITS', { shortfall: 3 }))
  expect(reduce(refused, { type: 'wish', change: { operation: 'generate', count: 4 } })).toBe(refused)
  expect(reduce(refused, { type: 'wish', change: { count: 1 } })).toMatchObject({ flow: { at: 'composing' }, wish: { count: 1 } })
})

test('a payment that arrives shows, also while the draft is on its way', () => {
  const blocked = run(send, refuse('INSUFFICIENT_CREDITS', { shortfall: 3 }))
  expect(blocked.flow).toMatchObject({ at: 'blocked', shortfall: 3, added: null })
  expect(reduce(blocked, { type: 'paid', payment: { ...paid, state: 'declined' } }).flow).toMatchObject({ added: null })
  expect(reduce(blocked, { type: 'paid', payment: paid }).flow).toMatchObject({ at: 'blocked', added: paid })
  expect(reduce(reduce(blocked, send), { type: 'paid', payment: paid }).flow).toMatchObject({ back: { added: paid } })
})
