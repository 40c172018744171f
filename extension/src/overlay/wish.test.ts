import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { countOf, missing, type Wish, wishOf, withSuggestion } from './wish'

const wish: Wish = { operation: 'vary', prompt: ' softer ', count: 4, size: 1024, layout: 'brick' }
test('a repeat makes one image', () => {
  expect(countOf({ ...wish, operation: 'repeat' })).toBe(1)
  expect(countOf(wish)).toBe(4)
})

test('what is missing before sending is named', () => {
  expect(missing({ ...wish, operation: 'generate', prompt: ' ' }, null)).toBe('prompt')
  expect(missing({ ...wish, operation: 'generate' }, null)).toBeNull()
  expect(missing(wish, null)).toBe('source')
  expect(missing(wish, { state: 'failed' })).toBe('source')
  expect(missing(wish, { state: 'acquiring' })).toBe('source-under-way')
  expect(missing({ ...wish, prompt: '' }, { state: 'ready', image: { id: 'image-0001' } })).toBeNull()
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
