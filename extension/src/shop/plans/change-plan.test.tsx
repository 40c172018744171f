// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { ApiError } from '../../failures'
import { ChangePlan } from './change-plan'

const server = vi.hoisted(() => ({ previewPlan: vi.fn(), changePlan: vi.fn() }))
vi.mock('../../shop-api', () => ({ shopApi: server }))

const preview = { when: 'now', charge: { amount: 1840, currency: 'EUR' }, credits: 280, at: '2026-11-23T10:00:00.000Z' }
const large = samplePlan({ id: 'month-400', credits: 400 })
let over = 0
let place: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const getMessage = (key: string) => (key === 'languageTag' ? 'en' : key)
  vi.stubGlobal('chrome', { i18n: { getMessage, getUILanguage: () => 'en' }, tabs: { create: vi.fn() } })
  server.previewPlan.mockReset().mockResolvedValue(preview)
  server.changePlan.mockReset().mockResolvedValue({ ...preview, url: null })
  over = 0
  place = document.createElement('div')
  const plans = { state: { at: 'asking' as const }, soon: () => {}, told: () => {} }
  await act(async () =>
    createRoot(place).render(
      <ChangePlan current={sampleStanding()} picked={large} plans={plans} testMode={false} onOver={() => over++} />,
    ),
  )
})

const press = (name: string) =>
  act(async () => [...place.querySelectorAll('button')].find((button) => button.textContent === name)?.click())

test('nothing is changed before a yes, and then for no more than the price that was shown', async () => {
  expect(server.changePlan).not.toHaveBeenCalled()
  await press('plan_change_pay')
  expect(server.changePlan).toHaveBeenCalledExactlyOnceWith({
    intentId: expect.any(String),
    planId: 'month-400',
    maxCharge: 1840,
  })
  expect(over).toBe(1)
})

test('a no changes nothing', async () => {
  await press('plan_not_now')
  expect(over).toBe(1)
  expect(server.changePlan).not.toHaveBeenCalled()
})

test('a yes whose answer was lost, said again, is the same yes', async () => {
  server.changePlan.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await press('plan_change_pay')
  expect(over).toBe(0)
  await press('plan_change_pay')
  const intents = server.changePlan.mock.calls.map(([{ intentId }]) => intentId)
  expect(intents).toHaveLength(2)
  expect(new Set(intents).size).toBe(1)
})
