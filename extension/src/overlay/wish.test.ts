import type { Quote } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { countOf, missing, oneMoreOf, requestFor, type Wish, wishOf, withSuggestion } from './wish'

const wish: Wish = { operation: 'vary', prompt: ' softer ', count: 4, size: 1024, layout: 'brick' }
const quote: Quote = {
  credits: 4,
  creditsEach: 1,
  priceVersion: 3,
  balance: { credits: 9, held: 0, afterLastGrant: 25, next: null, asOf: '2026-11-22T10:00:00Z' },
  balanceAfter: 5,
  shortfall: 0,
  from: [],
}
let made = 0
const newIntent = () => `intent-${++made}`

test('a request carries the price that was on the screen', () => {
  const request = requestFor(wish, 'image-0001', quote, null, newIntent)
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

test('after a lost answer the very same request goes out again', () => {
  const lost = requestFor(wish, 'image-0001', quote, null, newIntent)
  expect(requestFor(wish, 'image-0001', { ...quote, priceVersion: 4 }, lost, newIntent)).toBe(lost)
})

test('a changed wish is a new intent', () => {
  const lost = requestFor(wish, 'image-0001', quote, null, newIntent)
  const changes: Partial<Wish>[] = [{ prompt: 'harder' }, { count: 3 }, { size: 2048 }, { operation: 'generate' }]
  for (const change of changes) {
    expect(requestFor({ ...wish, ...change }, 'image-0001', quote, lost, newIntent).intentId).not.toBe(lost.intentId)
  }
  expect(requestFor(wish, 'image-0002', quote, lost, newIntent).intentId).not.toBe(lost.intentId)
})

test('words need no picture, a repeat needs no words and makes one image', () => {
  expect(requestFor({ ...wish, operation: 'generate' }, 'image-0001', quote, null, newIntent).sourceImageId).toBeNull()
  const repeat: Wish = { ...wish, operation: 'repeat' }
  expect(countOf(repeat)).toBe(1)
  expect(requestFor(repeat, 'image-0001', quote, null, newIntent)).toMatchObject({ prompt: '', count: 1, layout: 'brick' })
})

test('what is missing before sending is named', () => {
  expect(missing({ ...wish, operation: 'generate', prompt: ' ' }, null)).toBe('prompt')
  expect(missing({ ...wish, operation: 'generate' }, null)).toBeNull()
  expect(missing(wish, null)).toBe('source')
  expect(missing(wish, { state: 'failed' })).toBe('source')
  expect(missing(wish, { state: 'acquiring' })).toBe('source-under-way')
  expect(missing({ ...wish, prompt: '' }, { state: 'ready', image: { id: 'image-0001' } })).toBeNull()
})

test('one failed image is asked for again at the price it had', () => {
  const generation = sampleGeneration(['failed', 'delivered'], { size: 2048, creditsEach: 2, priceVersion: 3 })
  const request = oneMoreOf(generation, 'block', null, newIntent)
  expect(request).toMatchObject({ count: 1, size: 2048, maxCredits: 2, priceVersion: 3, prompt: 'navy stripes' })
  expect(oneMoreOf(generation, 'block', request, newIntent)).toBe(request)
})

test('a generation can be gone on from', () => {
  expect(wishOf(sampleGeneration(['delivered']))).toEqual({
    operation: 'generate',
    prompt: 'navy stripes',
    count: 1,
    size: 1024,
    layout: 'half-drop',
  })
  expect(wishOf({ operation: 'effect', prompt: '', count: 2, size: 4096 })).toMatchObject({ operation: 'vary', size: 1024 })
})

test('a suggestion takes the place of the word that was not understood', () => {
  expect(withSuggestion('a Cat on cream', ['cat'], 'floral')).toBe('a floral on cream')
  expect(withSuggestion('navy', [], 'stripes')).toBe('navy, stripes')
  expect(withSuggestion('  ', ['cat'], 'stripes')).toBe('stripes')
})
