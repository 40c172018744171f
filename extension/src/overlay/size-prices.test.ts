import type { PriceList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sizePrices } from './size-prices'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

const prices: PriceList = {
  version: 3,
  prices: [{ operation: 'recolour', credits: 0 }, { engine: 'flat', credits: 3 }, { upTo: 1024, credits: 1 }, { credits: 2 }],
  engines: [{ name: 'print', kind: 'drawn', operations: ['generate', 'vary', 'recolour'] }],
}
const words = { operation: 'generate', size: 2048, engine: 'auto' } as const

test('a size that costs more says so, beside what the smallest costs', () => {
  expect(sizePrices(words, prices)).toBe('2048 px costs 2 credits an image, 1024 px costs 1.')
  expect(sizePrices({ ...words, engine: 'print' }, prices)).toBe('2048 px costs 2 credits an image, 1024 px costs 1.')
})

test('nothing is said where the size changes nothing, or where that is not known', () => {
  expect(sizePrices({ ...words, size: 1024 }, prices)).toBe(null)
  expect(sizePrices({ ...words, operation: 'recolour' }, prices)).toBe(null)
  expect(sizePrices({ ...words, engine: 'flat' }, prices)).toBe(null)
  expect(sizePrices({ ...words, operation: 'upscale' }, prices)).toBe(null)
  expect(sizePrices({ ...words, operation: 'cutout' }, prices)).toBe(null)
  expect(sizePrices(words, null)).toBe(null)
})
