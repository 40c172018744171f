// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { PlanList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { samplePlanList } from '../../../testing/payments'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { hasPlans } from '../with-access'
import { PlansTab } from './plans-tab'

vi.mock('../../shop-api', () => ({ shopApi: { previewPlan: async () => Promise.reject(new Error('not asked here')) } }))
vi.mock('../../api', () => ({ api: { prices: async () => null } }))

const plansOf = (list: PlanList) => ({ state: { at: 'known' as const, list }, soon: () => {}, told: () => {} })
const former = { plan: samplePlan(), paidUntil: '2030-12-08T10:00:00.000Z' }
let place: HTMLElement
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
  place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})

const show = (change: Partial<PlanList>) => act(async () => root.render(<PlansTab plans={plansOf(samplePlanList(change))} />))

test('a plan of a payment service that is gone is told of also where nothing is sold any more, and to who has no access', async () => {
  await show({ plans: [], former })
  expect(place.textContent).toContain('Your plan of 120 credits is not renewed here any more.')
  expect(hasPlans(plansOf(samplePlanList({ plans: [], former })))).toBe(true)
  expect(hasPlans(plansOf(samplePlanList({ plans: [] })))).toBe(false)
})

test('who went over to a larger plan by keyboard keeps the focus when it counts', async () => {
  const large = samplePlan({ id: 'month-400', credits: 400 })
  const plans = [samplePlan(), large]
  await show({ plans, current: sampleStanding() })
  place.querySelector<HTMLElement>('.shop-foot button')?.focus()
  expect(document.activeElement?.tagName).toBe('BUTTON')
  await show({ plans, current: sampleStanding({ plan: large }) })
  expect(document.activeElement).toBe(place.querySelector('input[name=plan]:checked'))
})
