import type { PlanList } from 'shared'
import { expect, test } from 'vitest'
import { samplePlanList } from '../../testing/payments'
import { sampleBalance } from '../../testing/wallet'
import { otherWays } from './other-ways'

const plan = {
  id: 'month-30',
  credits: 30,
  interval: 'month',
  price: { amount: 270, currency: 'EUR' },
  rollover: null,
  graceDays: 7,
  entitlement: null,
} as const
const current: NonNullable<PlanList['current']> = {
  plan,
  state: 'active',
  cycle: { start: '2026-11-08T09:00:00.000Z', end: '2026-12-08T09:00:00.000Z' },
  paidUntil: '2026-12-08T09:00:00.000Z',
  ends: false,
  left: 0,
  next: null,
  graceUntil: null,
  refused: null,
}
const empty = sampleBalance({ credits: 0 })

test('a plan in good standing brings its next credits by itself, those of the plan that counts then', () => {
  const renewal = (change: Partial<typeof current>) =>
    otherWays(samplePlanList({ current: { ...current, ...change } }), empty).renewal
  expect(renewal({})).toEqual({ credits: 30, at: '2026-12-08T09:00:00.000Z' })
  expect(renewal({ next: { ...plan, credits: 20 } })).toMatchObject({ credits: 20 })
  for (const state of ['ending', 'past_due', 'unpaid'] as const) expect(renewal({ state })).toBeNull()
})

test('pay-as-you-go helps where it is off, and more of it where its cap is reached; not where it is not sold', () => {
  const running = (used: number) => sampleBalance({ credits: 0, metered: { used, cap: 50, until: '2026-12-01T00:00:00.000Z' } })
  const list = samplePlanList()
  expect(otherWays(list, empty).metered).toBe('off')
  expect(otherWays({ ...list, metered: null }, empty).metered).toBeNull()
  const { offer, standing } = list.metered ?? {}
  if (offer === undefined || standing === undefined) throw new Error('The sample sells pay-as-you-go')
  const on = { ...list, metered: { offer, standing: { ...standing, state: 'on' as const, cap: 50, used: 50 } } }
  expect(otherWays(on, running(50)).metered).toBe('at-cap')
  expect(otherWays(on, running(12)).metered).toBeNull()
  const stopped = { ...on, metered: { offer, standing: { ...standing, state: 'stopped' as const } } }
  expect(otherWays(stopped, running(50)).metered).toBeNull()
})
