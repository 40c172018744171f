import type { GenerationItem } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import { oneMoreOf, orderFor, resumed } from './order'
import type { Wish } from './wish'

const wish: Wish = { operation: 'vary', prompt: ' softer ', count: 4, size: 1024, layout: 'brick' }
const quote = sampleQuote()
const plain = { quote, useReserve: false }
const failed: GenerationItem = { index: 1, state: 'failed', progress: null, charged: 0, image: null, reason: 'ENGINE_FAILED' }
let made = 0
const newIntent = () => `intent-${++made}`

test('an order carries the price that was on the screen', () => {
  const { request } = orderFor(wish, 'image-0001', plain, [], newIntent)
  expect(request).toMatchObject({
    operation: 'vary',
    prompt: 'softer',
    sourceImageId: 'image-0001',
    count: 4,
    priceVersion: 3,
    maxCredits: 4,
  })
  expect(request.layout).toBeUndefined()
})

test('after a lost answer the same images are asked for under the same intent, at the price of now', () => {
  const lost = orderFor(wish, 'image-0001', plain, [], newIntent)
  const other = orderFor({ ...wish, count: 1 }, 'image-0001', plain, [], newIntent)
  const dearer = { quote: sampleQuote({ priceVersion: 4, credits: 8 }), useReserve: false }
  const again = orderFor(wish, 'image-0001', dearer, [lost, other], newIntent)
  expect(again.request).toEqual({ ...lost.request, priceVersion: 4, maxCredits: 8 })
})

test('a changed wish is a new intent', () => {
  const lost = orderFor(wish, 'image-0001', plain, [], newIntent)
  const changes: Partial<Wish>[] = [{ prompt: 'harder' }, { count: 3 }, { size: 2048 }, { operation: 'generate' }]
  for (const change of changes) {
    const { request } = orderFor({ ...wish, ...change }, 'image-0001', plain, [lost], newIntent)
    expect(request.intentId).not.toBe(lost.request.intentId)
  }
  expect(orderFor(wish, 'image-0002', plain, [lost], newIntent).request.intentId).not.toBe(lost.request.intentId)
})

test('words need no picture, a repeat needs no words and makes one image', () => {
  expect(orderFor({ ...wish, operation: 'generate' }, 'image-0001', plain, [], newIntent).request.sourceImageId).toBeNull()
  const repeat = orderFor({ ...wish, operation: 'repeat' }, 'image-0001', plain, [], newIntent)
  expect(repeat.request).toMatchObject({ prompt: '', count: 1, layout: 'brick' })
})

test('one failed image is asked for again at the price of now, not at the one it had', () => {
  const generation = sampleGeneration(['delivered', 'failed'], { size: 2048, creditsEach: 2, priceVersion: 1 })
  const now = sampleQuote({ priceVersion: 3, credits: 3, creditsEach: 3 })
  const order = oneMoreOf(generation, failed, 'block', now, [], newIntent)
  expect(order.request).toMatchObject({ count: 1, size: 2048, maxCredits: 3, priceVersion: 3, prompt: 'navy stripes' })
  expect(order.retrying).toBe('generation-1:1')
  const again = oneMoreOf(generation, failed, 'block', now, [order], newIntent)
  expect(again.request.intentId).toBe(order.request.intentId)
})

test('two failed images of one generation are two orders, also after a lost answer', () => {
  const generation = sampleGeneration(['failed', 'failed'])
  const first = oneMoreOf(generation, { ...failed, index: 0 }, 'block', quote, [], newIntent)
  const second = oneMoreOf(generation, failed, 'block', quote, [first], newIntent)
  expect(second.request.intentId).not.toBe(first.request.intentId)
})

test('a draft goes on under its own intent for what it costs now', () => {
  const draft = sampleOrder({ seed: 7 })
  const { request } = resumed(draft, plain)
  expect(request).toEqual({ ...draft.request, priceVersion: 3, maxCredits: 4 })
})

test('a yes to the reserve travels with the order it was given for, and with no other', () => {
  const { request } = orderFor(wish, 'image-0001', { quote, useReserve: true }, [], newIntent)
  expect(request).toMatchObject({ useReserve: true, overBudget: false })
  expect(orderFor(wish, 'image-0001', plain, [], newIntent).request.useReserve).toBe(false)
  expect(oneMoreOf(sampleGeneration(['failed']), failed, 'block', quote, [], newIntent).request.useReserve).toBe(false)
})

test('a draft that was refused with a yes needs a new one, and is the same request with or without it', () => {
  const lost = orderFor(wish, 'image-0001', { quote, useReserve: true }, [], newIntent)
  expect(resumed(lost, plain).request).toMatchObject({ useReserve: false, intentId: lost.request.intentId })
  expect(orderFor(wish, 'image-0001', plain, [lost], newIntent).request.intentId).toBe(lost.request.intentId)
})
