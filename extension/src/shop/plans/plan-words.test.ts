import type { PlanStanding } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { besideWords } from './plan-words'

const now = new Date(2026, 10, 23)

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('one’s own plan says until when its credits are, or that it was not paid', () => {
  const own = (change: Partial<PlanStanding>) => besideWords(samplePlan(), sampleStanding(change), undefined, now)
  expect(own({})).toEqual(['your plan, resets Dec 8'])
  expect(own({ state: 'ending', ends: true })).toEqual(['your plan, ends Dec 8'])
  expect([own({ state: 'past_due' }), own({ state: 'unpaid' })].flat()).toEqual(Array(2).fill('your plan, renewal not paid'))
})

test('a plan that ends does not become another', () => {
  const small = samplePlan({ id: 'small', credits: 30 })
  const words = (ends: boolean) =>
    besideWords(small, sampleStanding({ next: small, ends, state: ends ? 'ending' : 'active' }), undefined, now)
  expect([words(false), words(true)]).toEqual([['your plan from Dec 8'], []])
})

test('a smaller plan starts with the next renewal: of a year’s plan that is not at the next reset of its credits', () => {
  const smaller = (interval: 'month' | 'year') => {
    const plan = samplePlan({ interval })
    return besideWords({ ...plan, id: 'small', credits: 30 }, sampleStanding({ plan }), undefined, now)
  }
  expect([smaller('month'), smaller('year')].flat()).toEqual(['starts at the next reset', 'starts when your year ends'])
})
