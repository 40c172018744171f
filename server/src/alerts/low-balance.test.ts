import { lowWarnings } from 'shared'
import { expect, test } from 'vitest'

const low = (credits: number, afterLastGrant: number, lowPercent = 20, lowCredits = 5) =>
  lowWarnings({ credits, afterLastGrant }, { lowPercent, lowCredits }).map(({ of, threshold }) => `${of} ${threshold}`)

test.each([
  { name: 'a fifth is low, and one more is not', at: [20, 100], warns: ['percent 20'] },
  { name: 'one more than a fifth', at: [21, 100], warns: [] },
  { name: 'five credits are low', at: [5, 25], warns: ['percent 5', 'credits 5'] },
  { name: 'six are not', at: [6, 25], warns: [] },
  { name: 'five of ten: by number, not by share', at: [5, 10], warns: ['credits 5'] },
  { name: 'a share is of whole credits: 6.6 of 33 is 6', at: [6, 33], warns: ['percent 6'] },
  { name: '7 of 33 is more than a fifth', at: [7, 33], warns: [] },
  { name: 'none left of a little: less than one credit is a share, too', at: [0, 4], warns: ['percent 0', 'credits 5'] },
  { name: 'where nothing was ever granted no share is low', at: [0, 0], warns: ['credits 5'] },
] as const)('$name', ({ at: [credits, afterLastGrant], warns }) => {
  expect(low(credits, afterLastGrant)).toEqual(warns)
})

test('0 turns a warning off, at no credits too', () => {
  expect(low(0, 100, 0, 5)).toEqual(['credits 5'])
  expect(low(0, 100, 20, 0)).toEqual(['percent 20'])
  expect(low(0, 100, 0, 0)).toEqual([])
})
