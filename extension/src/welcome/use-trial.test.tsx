// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { type Trial, useTrial } from './use-trial'

const { ask } = vi.hoisted(() => ({ ask: vi.fn() }))
const server = vi.hoisted(() => ({ balance: vi.fn(), prices: vi.fn() }))
vi.mock('../messages', () => ({ ask }))
vi.mock('../api', () => ({ api: server }))

let trial: Trial | undefined
function Step() {
  trial = useTrial()
  return null
}

test('who has deleted their account, and takes the trial, begins anew by that click', async () => {
  const request = vi.fn().mockResolvedValue(true)
  vi.stubGlobal('chrome', { ...fakeChrome(), permissions: { request } })
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('fetch', () => Promise.reject(new Error('No server')))
  vi.spyOn(console, 'info').mockReturnValue()
  await act(async () => createRoot(document.createElement('div')).render(<Step />))
  await act(async () => trial?.start())
  expect(ask).toHaveBeenCalledExactlyOnceWith('ui-bg-begin-anew', {})
  expect(ask.mock.invocationCallOrder[0]).toBeLessThan(server.balance.mock.invocationCallOrder[0] ?? 0)
  expect(trial?.state).toEqual({ at: 'idle' })
})
