import { type PriceList, priceList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { errorSentence } from './error-sentence'
import { withStillFree } from './free'
import { lowWords } from './low-words'

const engine = { name: 'print', kind: 'drawn', operations: ['generate', 'recolour', 'repeat'] }

/** A server's list on which everything is free but what is named. */
function pricing(...prices: { operation: string; credits: number }[]): PriceList {
  return priceList.parse({ version: 2, prices: [...prices, { credits: 0 }], engines: [engine] })
}

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('an empty wallet is told that adjusting is free where it is, and where no price is known yet', () => {
  const said = 'Paid once. Recolour, repeat and scale are still free.'
  expect([withStillFree('Paid once.', null), withStillFree('Paid once.', pricing())]).toEqual([said, said])
  for (const operation of ['recolour', 'repeat'])
    expect(withStillFree('Paid once.', pricing({ operation, credits: 1 })), operation).toBe('Paid once.')
})

test('no sentence of a low wallet, or of debt, calls free what has a price', () => {
  const priced = pricing({ operation: 'recolour', credits: 1 })
  expect(lowWords({ credits: 4, reserve: 0 }, priced).text).toBe('New images wait once these are used up.')
  expect(lowWords({ credits: 4, reserve: 5 }, priced).text).toBe('Toile asks each time before it uses these.')
  expect(errorSentence('IN_DEBT', { debt: 3 }).next).not.toContain('free')
})
