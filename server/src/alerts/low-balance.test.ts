import { lowWarnings } from 'shared'
import { expect, test } from 'vitest'

const low = (credits: number, afterLastGrant: number, lowPercent = 20, lowCredits = 5) =>
  lowWarnings({ credits, afterLastGrant }, { lowPercent, lowCredits }).map(({ of, threshold }) => `${of} ${threshold}`)

test.each([
  ['a fifth is low, and one more is not', [20, 100], ['percent 20']],
  ['one more than a fifth', [21, 100], []],
  ['five credits are low', [5, 25], ['percent 5', 'credits 5']],
  ['six are not', [6, 25], []],
  ['five of ten: by number, not by share', [5, 10], ['credits 5']],
  ['a share is of whole credits: 6.6 of 33 is 6', [6, 33], ['percent 6']],
  ['7 of 33 is more than a fifth', [7, 33], []],
  ['none left of a little: less than one credit is a share, too', [0, 4], ['percent 0', 'credits 5']],
  ['where nothing was ever granted no share is low', [0, 0], ['credits 5']],
] as const)('%s', (_, [credits, afterLastGrant], warns) => {
  expect(low(credits, afterLastGrant)).toEqual(warns)
})

test('0 turns a warning off, at no credits too', () => {
  expect(low(0, 100, 0, 5)).toEqual(['credits 5'])
  expect(low(0, 100, 20, 0)).toEqual(['percent 20'])
  expect(low(0, 100, 0, 0)).toEqual([])
})
