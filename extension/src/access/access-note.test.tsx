// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { AccessNote } from './access-note'

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', fakeChrome())
})

async function shown(props: Partial<Parameters<typeof AccessNote>[0]>): Promise<HTMLElement> {
  const place = document.createElement('div')
  const note = <AccessNote why={{ domains: [], plans: [] }} accountId="account-0001" onAgain={() => {}} {...props} />
  await act(async () => createRoot(place).render(note))
  return place
}

const buttons = (place: HTMLElement) => [...place.querySelectorAll('button')].map(({ textContent }) => textContent)

test('who has no access is told why, and by which name to ask for it', async () => {
  const place = await shown({ why: { domains: ['school.edu'], plans: [] } })
  expect(place.textContent).toContain('school.edu')
  expect(place.textContent).toContain('account-0001')
  expect(buttons(place)).toEqual(['Check again'])
})

test('where a plan brings access it is one press away, unless the plans are in sight already', async () => {
  const why = { plans: ['month-120'] }
  const onPlans = vi.fn()
  const place = await shown({ why, onPlans })
  expect(buttons(place)).toEqual(['See plans', 'Check again'])
  await act(async () => place.querySelector('button')?.click())
  expect(onPlans).toHaveBeenCalledOnce()
  expect(buttons(await shown({ why, onPlans: null }))).toEqual(['Check again'])
})

test('that there is access by now is looked up when it is asked for', async () => {
  const onAgain = vi.fn()
  const place = await shown({ onAgain, accountId: null })
  expect(place.querySelector('.account-id')).toBeNull()
  await act(async () => place.querySelector('button')?.click())
  expect(onAgain).toHaveBeenCalledOnce()
})
