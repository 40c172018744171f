import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { failureCode } from '../failures'
import { errorSentence } from './error-sentence'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('every code has a sentence that says what happened and one that says what to do, in every language', () => {
  for (const locale of ['en', 'pt_BR', 'es']) {
    vi.stubGlobal('chrome', fakeChrome({}, locale))
    for (const code of failureCode.options) {
      const { what, next } = errorSentence(code)
      for (const sentence of [what, next]) {
        expect(sentence, `${locale} ${code}`).toMatch(/^\p{L}.*[.:]$/u)
        expect(sentence, `${locale} ${code}`).not.toMatch(/[{}]|!|please|oops/i)
      }
    }
  }
})

test('what is missing is named', () => {
  expect(errorSentence('INSUFFICIENT_CREDITS', { shortfall: 1 }).what).toBe('1 credit is missing.')
  expect(errorSentence('INSUFFICIENT_CREDITS', { shortfall: 7 }).what).toBe('7 credits are missing.')
  expect(errorSentence('PRICE_CHANGED', { credits: 8 }).what).toBe('The price has changed: it is now 8 credits.')
})

test('what the wallet keeps back, owes or may not spend is told in figures', () => {
  expect(errorSentence('RESERVE_REACHED', { fromReserve: 3, reserve: 10 }).what).toBe(
    'This would use 3 credits from your reserve of 10.',
  )
  expect(errorSentence('IN_DEBT', { debt: 12 }).what).toBe('A payment was taken back, so 12 credits are owed.')
  const none = errorSentence('BUDGET_REACHED', { budget: 40, budgetLeft: 0 })
  expect(none.what).toBe('This project’s budget is used up.')
  const few = errorSentence('BUDGET_REACHED', { budget: 40, budgetLeft: 2 })
  expect(few.what).toBe('This is more than the 2 credits left in this project’s budget.')
  for (const { next } of [none, few]) expect(next).toMatch(/^Your balance is untouched\./)
})

test('who waits for a plan, a code or access is told when, and how', () => {
  const at = `${new Date().getFullYear()}-12-08T12:00:00.000Z`
  expect(errorSentence('INSUFFICIENT_CREDITS', { shortfall: 2, renewal: at }).next).toBe(
    'Buy a pack, make fewer images, or wait: plan credits come on December 8.',
  )
  expect(errorSentence('PROMO_ENDED', { startsAt: at })).toEqual({
    what: 'This promo code is good from December 8.',
    next: 'Nothing was added yet. Enter it again then.',
  })
  const domains = ['atelier.example', 'school.example']
  expect(errorSentence('NOT_ENTITLED', { entitlement: 'creative', domains }).next).toBe(
    'Accounts with an e-mail at atelier.example or school.example have access; others get it from whoever runs your Toile server. Your images stay open.',
  )
  expect(errorSentence('NOT_ENTITLED', { domains, plans: ['month-400'] }).next).toMatch(/, and some plans bring it\./)
  expect(errorSentence('NOT_ENTITLED', { domains: [], plans: ['month-400'] }).next).toMatch(/^Some plans bring access/)
  expect(errorSentence('NOT_ENTITLED', { domains: [], plans: [] }).next).toMatch(/^Ask whoever runs/)
})

test('words that cannot be drawn are quoted, and words that can are announced', () => {
  const { what, next } = errorSentence('NOT_UNDERSTOOD', { words: ['cat', 'sofa'], suggestions: ['floral'] })
  expect(what).toBe('Toile cannot draw “cat”, “sofa”.')
  expect(next).toBe('Nothing was charged. These words work:')
  expect(errorSentence('NOT_UNDERSTOOD', { words: [], suggestions: [] }).what).toBe('Toile did not understand this prompt.')
})

test('limits are told in units one can act on', () => {
  expect(errorSentence('IMAGE_TOO_LARGE', { maxPixels: 50_000_000 }).next).toBe('The limit is 50 megapixels. Use a smaller copy.')
  expect(errorSentence('IMAGE_TOO_LARGE').next).toBe('The limit is 25 MB. Use a smaller copy.')
  expect(errorSentence('BUSY', { retryAfterMs: 1500 }).next).toBe('Nothing was charged. Try again in 2 seconds.')
})
