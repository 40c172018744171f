import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { sampleOrder } from '../../testing/orders'
import type { Wish } from '../overlay-session'
import {
  countOf,
  firstWish,
  forAnotherPicture,
  missing,
  sizeOf,
  wishOf,
  wishOfRequest,
  withOptions,
  withSuggestion,
} from './wish'

const wish: Wish = firstWish({ operation: 'vary', prompt: ' softer ' })
const ready = { state: 'ready', image: { id: 'image-0001' } } as const

test('what is done to a picture makes one image', () => {
  for (const operation of ['recolour', 'repeat', 'upscale', 'cutout', 'effect'] as const)
    expect(countOf({ ...wish, operation })).toBe(1)
  expect(countOf(wish)).toBe(4)
  expect(countOf({ ...wish, operation: 'generate' })).toBe(4)
})

test('what is missing before sending is named', () => {
  expect(missing({ ...wish, operation: 'generate', prompt: ' ' }, null)).toBe('prompt')
  expect(missing({ ...wish, operation: 'generate' }, null)).toBeNull()
  expect(missing(wish, null)).toBe('source')
  expect(missing(wish, { state: 'failed' })).toBe('source')
  expect(missing(wish, { state: 'acquiring' })).toBe('source-under-way')
  expect(missing({ ...wish, prompt: '' }, ready)).toBeNull()
})

test('a picture in its own colours is not asked for: a colour has to change', () => {
  const recolour: Wish = { ...wish, operation: 'recolour' }
  expect(missing(recolour, ready)).toBe('palette')
  expect(missing({ ...recolour, ...withOptions(recolour, { palette: ['#112233', '#ffeedd'] }) }, ready)).toBeNull()
})

test('an upscale is as large as its source makes it, up to the largest size there is', () => {
  const upscale: Wish = { ...wish, operation: 'upscale' }
  expect(sizeOf(upscale, { width: 300, height: 512 })).toBe(1024)
  expect(sizeOf(upscale, { width: 513, height: 300 })).toBe(2048)
  expect(sizeOf(upscale, { width: 3000, height: 3000 })).toBe(4096)
  expect(sizeOf(wish, { width: 3000, height: 3000 })).toBe(1024)
})

test('a generation can be gone on from, with the options of its tab and no place in its batch', () => {
  const from = wishOf(sampleGeneration(['delivered'], { operation: 'repeat', options: { layout: 'toss', scale: 2, from: 3 } }))
  expect(from).toMatchObject({ operation: 'repeat', size: 1024, options: { repeat: { layout: 'toss', scale: 2 } } })
  expect(from.options.repeat.from).toBeUndefined()
  expect(wishOf(sampleGeneration(['delivered'], { operation: 'edit' })).operation).toBe('vary')
})

test('neither the size of an upscale nor its one image is what variations begin with', () => {
  const from = wishOf(sampleGeneration(['delivered'], { operation: 'upscale', size: 4096, options: { factor: 4 } }))
  expect(from).toMatchObject({ operation: 'upscale', count: 4, size: 1024, options: { upscale: { factor: 4 } } })
  expect(wishOf(sampleGeneration(['delivered'], { operation: 'vary', size: 2048 }))).toMatchObject({ count: 1, size: 2048 })
})

test('a draft is the wish that was refused', () => {
  const { request } = sampleOrder({ operation: 'cutout', prompt: '', count: 1, size: 4096, softness: 3, trim: false })
  expect(wishOfRequest(request)).toMatchObject({
    operation: 'cutout',
    size: 4096,
    options: { cutout: { softness: 3, trim: false } },
  })
})

test('a box stays with the picture that it was drawn over', () => {
  const boxed: Wish = {
    ...wish,
    operation: 'cutout',
    ...withOptions({ ...wish, operation: 'cutout' }, { box: [0, 0, 0.5, 0.5] }),
  }
  expect(forAnotherPicture(boxed).options.cutout).toEqual({ softness: 1, trim: true, box: undefined })
})

test('a suggestion takes the place of the word that was not understood', () => {
  expect(withSuggestion('a Cat on cream', ['cat'], 'floral')).toBe('a floral on cream')
  expect(withSuggestion('navy', [], 'stripes')).toBe('navy, stripes')
  expect(withSuggestion('  ', ['cat'], 'stripes')).toBe('stripes')
})
