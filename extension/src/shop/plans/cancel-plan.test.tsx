// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { PlanStanding } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleStanding } from '../../../testing/plans'
import { CancelPlan } from './cancel-plan'

vi.mock('../../shop-api', () => ({ shopApi: {} }))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
})

/** What is asked before the plan ends. */
async function asked(change: Partial<PlanStanding>): Promise<string> {
  const place = document.createElement('div')
  const plans = { state: { at: 'asking' as const }, soon: () => {}, told: () => {} }
  const current = sampleStanding(change)
  await act(async () => createRoot(place).render(<CancelPlan current={current} plans={plans} onOver={() => {}} />))
  return [...place.querySelectorAll('h2, p')].map(({ textContent }) => textContent).join(': ')
}

test('before a plan ends it is said what stays, what is still charged, and when it ends', async () => {
  expect(await asked({ left: 15 })).toMatch(/^End the plan on December 8: 15 plan credits are left, and stay/)
  expect(await asked({ left: 0 })).toMatch(/^End the plan on December 8: From December 8 nothing is charged/)
  expect(await asked({ state: 'past_due' })).toMatch(/^End the plan on December 8: The open renewal can still be charged\./)
  expect(await asked({ state: 'unpaid', left: 0 })).toBe(
    'End the plan now: Nothing more is charged, and no plan credits come. Packs are kept.',
  )
})
