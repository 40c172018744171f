import type { GenerationItem } from 'shared'
import { expect, test } from 'vitest'
import { sampleGeneration, sampleImage } from '../../testing/generations'
import { sampleOrder, sampleQuote } from '../../testing/orders'
import type { Wish } from '../overlay-session'
import type { Flow } from './flow'
import { type Asking, askingFor, oneMoreOf, orderFor, resumed } from './order'
import { firstWish, withOptions } from './wish'

const wish: Wish = firstWish({ operation: 'vary', prompt: ' softer ' })
const source = { id: 'image-0001', width: 900, height: 700 }
const quote = sampleQuote()
const no = { useReserve: false, overBudget: false }
const plain = { quote, yes: no }
const failed: GenerationItem = {
  index: 1,
  state: 'failed',
  progress: null,
  charged: 0,
  image: null,
  imageId: null,
  reason: 'ENGINE_FAILED',
}
let made = 0
const newIntent = () => `intent-${++made}`
const asking = (change: Partial<Wish> = {}, more: Partial<Asking> = {}): Asking => ({
  wish: { ...wish, ...change },
  projectId: null,
  source,
  made: 0,
  ...more,
})

test('an order carries the price that was on the screen', () => {
  const { request } = orderFor(asking(), plain, [], newIntent)
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
  const lost = orderFor(asking(), plain, [], newIntent)
  const other = orderFor(asking({ count: 1 }), plain, [], newIntent)
  const dearer = { quote: sampleQuote({ priceVersion: 4, credits: 8 }), yes: no }
  const again = orderFor(asking(), dearer, [lost, other], newIntent)
  expect(again.request).toEqual({ ...lost.request, priceVersion: 4, maxCredits: 8 })
})

test('a changed wish is a new intent', () => {
  const lost = orderFor(asking(), plain, [], newIntent)
  const changes: Partial<Wish>[] = [
    { prompt: 'harder' },
    { count: 3 },
    { size: 2048 },
    { operation: 'generate' },
    { engine: 'studio' },
    withOptions(wish, { layout: 'brick' }),
  ]
  for (const change of changes) {
    const { request } = orderFor(asking(change), plain, [lost], newIntent)
    expect(request.intentId).not.toBe(lost.request.intentId)
  }
  const project = asking({}, { projectId: 'resort-27' })
  expect(orderFor(project, plain, [lost], newIntent).request.intentId).not.toBe(lost.request.intentId)
  const another = { ...source, id: 'image-0002' }
  expect(orderFor(asking({}, { source: another }), plain, [lost], newIntent).request.intentId).not.toBe(lost.request.intentId)
})

test('the same options in another order are the same images; a tab that was only looked at changes nothing', () => {
  const cutout: Wish = { ...wish, operation: 'cutout' }
  const lost = orderFor(asking({ ...cutout, ...withOptions(cutout, { trim: false, softness: 3 }) }), plain, [], newIntent)
  const turned = { ...cutout.options, cutout: { softness: 3, trim: false }, effect: { effect: 'halftone' as const } }
  const again = orderFor(asking({ ...cutout, options: turned }), plain, [lost], newIntent)
  expect(again.request.intentId).toBe(lost.request.intentId)
})

test('words need no picture; what is done to a picture needs no words, makes one image and carries its own options only', () => {
  expect(orderFor(asking({ operation: 'generate' }), plain, [], newIntent).request.sourceImageId).toBeNull()
  const repeat = orderFor(asking({ operation: 'repeat' }), plain, [], newIntent)
  expect(repeat.request).toMatchObject({ prompt: '', count: 1, layout: 'half-drop' })
  expect(repeat.request.factor).toBeUndefined()
})

test('an upscale is asked for by the size it comes to', () => {
  const upscale = asking({ operation: 'upscale' })
  expect(orderFor(upscale, plain, [], newIntent).request).toMatchObject({ factor: 2, size: 2048, count: 1 })
  const change = withOptions(upscale.wish, { factor: 4 })
  expect(orderFor(asking({ operation: 'upscale', ...change }), plain, [], newIntent).request.size).toBe(4096)
})

test('more images of a wish stand behind those that are there, as far as there are places', () => {
  expect(orderFor(asking({}, { made: 4 }), plain, [], newIntent).request.from).toBe(4)
  expect(orderFor(asking(), plain, [], newIntent).request.from).toBeUndefined()
  expect(orderFor(asking({}, { made: 62 }), plain, [], newIntent).request.from).toBeUndefined()
})

test('a box that was drawn for what is tossed is not asked for with another layout', () => {
  const repeat: Wish = { ...wish, operation: 'repeat' }
  const boxed = { ...repeat, ...withOptions(repeat, { layout: 'toss', box: [0, 0, 0.5, 0.5] }) }
  expect(orderFor(asking(boxed), plain, [], newIntent).request.box).toEqual([0, 0, 0.5, 0.5])
  const turned = withOptions(boxed, { layout: 'brick' })
  expect(orderFor(asking({ ...boxed, ...turned }), plain, [], newIntent).request.box).toBeUndefined()
})

test('more of what is shown is of its own picture; what was found of another wish has no places before it', () => {
  const own = sampleImage('image-0009')
  const batch = [sampleGeneration(['delivered', 'failed'], { operation: 'vary', source: own })]
  const shown: Flow = { at: 'finished', batch, retried: [], from: [], found: false, problem: null }
  expect(askingFor(wish, 'resort-27', source, shown)).toEqual({ wish, projectId: 'resort-27', source: own, made: 2 })
  const words: Wish = { ...wish, operation: 'generate' }
  expect(askingFor(words, null, source, shown)).toEqual({ wish: words, projectId: null, source, made: 0 })
  expect(askingFor(wish, null, source, { at: 'composing', problem: null, before: null })).toEqual({
    wish,
    projectId: null,
    source,
    made: 0,
  })
})

test('one failed image is asked for again at the price of now, not at the one it had', () => {
  const generation = sampleGeneration(['delivered', 'failed'], { size: 2048, creditsEach: 2, priceVersion: 1 })
  const now = sampleQuote({ priceVersion: 3, credits: 3, creditsEach: 3 })
  const order = oneMoreOf(generation, failed, now, [], newIntent)
  expect(order.request).toMatchObject({ count: 1, size: 2048, maxCredits: 3, priceVersion: 3, prompt: 'navy stripes' })
  expect(order.retrying).toBe('generation-1:1')
  const again = oneMoreOf(generation, failed, now, [order], newIntent)
  expect(again.request.intentId).toBe(order.request.intentId)
})

test('a failed image is made in its own place, by the same engine and options', () => {
  const generation = sampleGeneration(['delivered', 'failed'], { engine: 'studio', options: { scale: 2, from: 4 } })
  expect(oneMoreOf(generation, failed, quote, [], newIntent).request).toMatchObject({ engine: 'studio', scale: 2, from: 5 })
})

test('two failed images of one generation are two orders, also after a lost answer', () => {
  const generation = sampleGeneration(['failed', 'failed'])
  const first = oneMoreOf(generation, { ...failed, index: 0 }, quote, [], newIntent)
  const second = oneMoreOf(generation, failed, quote, [first], newIntent)
  expect(second.request.intentId).not.toBe(first.request.intentId)
})

test('a draft goes on under its own intent for what it costs now', () => {
  const draft = sampleOrder({ seed: 7 })
  const { request } = resumed(draft, plain)
  expect(request).toEqual({ ...draft.request, priceVersion: 3, maxCredits: 4 })
})

test('a yes to the reserve travels with the order it was given for, and with no other', () => {
  const { request } = orderFor(asking(), { quote, yes: { ...no, useReserve: true } }, [], newIntent)
  expect(request).toMatchObject({ useReserve: true, overBudget: false })
  expect(orderFor(asking(), plain, [], newIntent).request.useReserve).toBe(false)
  expect(oneMoreOf(sampleGeneration(['failed']), failed, quote, [], newIntent).request.useReserve).toBe(false)
})

test('a draft that was refused with a yes needs a new one, and is the same request with or without it', () => {
  const lost = orderFor(asking(), { quote, yes: { ...no, useReserve: true } }, [], newIntent)
  expect(resumed(lost, plain).request).toMatchObject({ useReserve: false, intentId: lost.request.intentId })
  expect(orderFor(asking(), plain, [lost], newIntent).request.intentId).toBe(lost.request.intentId)
})
