import { expect, test } from 'vitest'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { beside, plansOf } from './beside'

const small = samplePlan({ id: 'month-30', credits: 30 })
const large = samplePlan({ id: 'month-400', credits: 400 })
const yearly = samplePlan({ id: 'year-120', interval: 'year' })

test('a plan is told by what it is beside the account’s own', () => {
  const own = sampleStanding({ next: small })
  expect(beside(large, null)).toBe('first')
  expect([samplePlan(), small, large, yearly].map((plan) => beside(plan, own))).toEqual([
    'yours',
    'next',
    'larger',
    'other-interval',
  ])
  expect(beside(small, sampleStanding())).toBe('smaller')
})

test('one’s own plan is shown with its own terms, also when it is sold for another price or not at all', () => {
  const own = sampleStanding()
  const dearer = samplePlan({ price: { amount: 1200, currency: 'EUR' } })
  expect(plansOf([large, dearer, small, yearly], 'month', own)).toEqual([small, own.plan, large])
  expect(plansOf([large], 'month', own)).toEqual([own.plan, large])
  expect(plansOf([large, yearly], 'year', own)).toEqual([yearly])
})
