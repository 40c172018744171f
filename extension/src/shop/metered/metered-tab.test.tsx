// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { MeteredStanding } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { samplePlanList } from '../../../testing/payments'
import { MeteredTab } from './metered-tab'

vi.mock('../../shop-api', () => ({ shopApi: {} }))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
})

const { metered: usual } = samplePlanList()

async function shown(change: Partial<MeteredStanding>): Promise<{ on: string | null | undefined; cap: string | undefined }> {
  if (usual === null) throw new Error('it is not offered')
  const metered = { ...usual, standing: { ...usual.standing, ...change } }
  const plans = { state: { at: 'known' as const, list: samplePlanList({ metered }) }, soon: () => {}, told: () => {} }
  const place = document.createElement('div')
  await act(async () => createRoot(place).render(<MeteredTab plans={plans} />))
  return { on: place.querySelector('[role=switch]')?.getAttribute('aria-checked'), cap: place.querySelector('input')?.value }
}

test('what a failed charge or a dispute has stopped shows its cap while it may go on, and is off where it does not', async () => {
  const stopped = { state: 'stopped', disputed: true, until: null } as const
  expect(await shown({ ...stopped, cap: 50 })).toEqual({ on: 'true', cap: '50' })
  expect(await shown({ ...stopped, cap: 0, lost: true })).toEqual({ on: 'false', cap: undefined })
})
