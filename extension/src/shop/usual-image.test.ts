import type { PriceList } from 'shared'
import { expect, test } from 'vitest'
import { sampleOverlay } from '../../testing/overlays'
import { samplePrintEngine } from '../../testing/wallet'
import { usualImage } from './usual-image'

const prices: PriceList = { version: 1, prices: [{ upTo: 1024, credits: 1 }, { credits: 2 }], engines: [samplePrintEngine] }
const { session, state } = sampleOverlay()
const setTo = (size: 1024 | 2048) => ({ ...session, wish: { ...state.wish, operation: 'generate' as const, size } })

test('credits are told in images at the settings that were used last', () => {
  expect(usualImage(prices, {})).toEqual({ credits: 1, size: 1024 })
  expect(usualImage(prices, { a: setTo(1024), b: setTo(2048) })).toEqual({ credits: 2, size: 2048 })
})

test('nothing is told of images where their price is not known, or is nothing', () => {
  expect(usualImage(null, {})).toBeNull()
  expect(usualImage({ ...prices, prices: [{ credits: 0 }] }, {})).toBeNull()
})
