import { expect, test } from 'vitest'
import { sampleQuote } from '../../testing/orders'
import { sampleBalance } from '../../testing/wallet'
import { fitting, neededBeside, refusalOf, standingRefusal } from './refusal'

const reserve = { code: 'RESERVE_REACHED', details: { fromReserve: 3, reserve: 10 } } as const

test('as many images fit as leave the reserve alone', () => {
  expect(fitting(sampleQuote({ refusal: reserve }))).toBe(1)
  expect(fitting(sampleQuote({ credits: 8, creditsEach: 2, refusal: reserve }))).toBe(2)
  expect(fitting(sampleQuote({ refusal: { ...reserve, details: { fromReserve: 4, reserve: 10 } } }))).toBe(0)
})

test('too few credits block nothing: the request is sent to be kept as a draft', () => {
  expect(refusalOf(sampleQuote({ refusal: { code: 'INSUFFICIENT_CREDITS', details: { shortfall: 2 } } }))).toBeNull()
  expect(refusalOf(sampleQuote({ refusal: reserve }))).toEqual(reserve)
})

test('what stands against a price stays said while that price is asked for again', () => {
  expect(standingRefusal({ at: 'asking', last: sampleQuote({ refusal: reserve }) })).toEqual(reserve)
  expect(standingRefusal({ at: 'asking', last: null })).toBeNull()
})

test('a pack out of debt covers what is owed and what is missing beside it', () => {
  expect(neededBeside(12, sampleQuote({ credits: 4, balance: sampleBalance({ credits: 9 }) }))).toBe(12)
  expect(neededBeside(12, sampleQuote({ credits: 4, balance: sampleBalance({ credits: 1 }) }))).toBe(15)
})
