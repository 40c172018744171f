// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { PlanList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { samplePlanList } from '../../../testing/payments'
import { samplePlan, sampleStanding } from '../../../testing/plans'
import { PlanFoot } from './plan-foot'

vi.mock('../../shop-api', () => ({ shopApi: {} }))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
})

/** The buttons of the next step, those that can be pressed and those that cannot, and what is said below. */
async function shown(change: Partial<PlanList>): Promise<{ open: string[]; blocked: string[]; told: string }> {
  const place = document.createElement('div')
  const plans = { state: { at: 'asking' as const }, soon: () => {}, told: () => {} }
  const foot = <PlanFoot list={samplePlanList(change)} plans={plans} picked={samplePlan()} onPick={() => {}} />
  await act(async () => createRoot(place).render(foot))
  const named = (selector: string) => [...place.querySelectorAll(selector)].map(({ textContent }) => textContent)
  const blocked = named('button[aria-disabled=true]')
  return { open: named('button').filter((name) => !blocked.includes(name)), blocked, told: named('p').join(' ') }
}

test('a first plan is agreed to at the checkout', async () => {
  expect((await shown({})).open).toEqual(['Continue to checkout · €9.60 a month'])
})

test('while a first plan’s payment is on its way no second one can be bought, and it is said why', async () => {
  const { open, blocked, told } = await shown({ starting: true })
  expect(open).toEqual([])
  expect(blocked).toEqual(['Payment on its way'])
  expect(told).toBe('Your plan begins as soon as it arrives. There is nothing more to do.')
})

test('one’s own plan can be ended', async () => {
  expect(await shown({ current: sampleStanding() })).toMatchObject({
    open: ['Cancel plan at the next reset'],
    blocked: ['This is your plan'],
  })
})

test('who asks to end a plan and keeps it after all is where they asked, by keyboard too', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  const plans = { state: { at: 'asking' as const }, soon: () => {}, told: () => {} }
  const list = samplePlanList({ current: sampleStanding() })
  const root = createRoot(place)
  await act(async () => root.render(<PlanFoot list={list} plans={plans} picked={samplePlan()} onPick={() => {}} />))
  expect(document.activeElement).toBe(document.body)
  const press = (name: string) => {
    const button = [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    button?.focus()
    return act(async () => button?.click())
  }
  await press('Cancel plan at the next reset')
  expect(document.activeElement?.tagName).toBe('H2')
  await press('Keep the plan')
  expect(document.activeElement?.textContent).toBe('This is your plan')
  await act(async () => root.unmount())
  place.remove()
})
