// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { PlanStanding } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { StandingNote } from './plan-notes'

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
})

async function noted(change: Partial<PlanStanding>): Promise<string> {
  const place = document.createElement('div')
  await act(async () => createRoot(place).render(<StandingNote current={sampleStanding(change)} />))
  return place.textContent ?? ''
}

test('a change that the payment service refused says what the plan renews with, and what can be done', async () => {
  const small = samplePlan({ id: 'month-30', credits: 30 })
  expect(await noted({})).toBe('')
  expect(await noted({ refused: small })).toContain('refused the plan of 30 credits a month. Yours renews on')
  expect(await noted({ refused: small })).toContain('with 120 credits. Choose a plan again to try once more.')
  expect(await noted({ refused: samplePlan(), next: small })).toContain('with 30 credits.')
})
