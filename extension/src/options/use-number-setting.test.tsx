// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../failures'
import { type NumberSetting, numberTyped, useNumberSetting } from './use-number-setting'

const server = vi.hoisted(() => ({ updateSettings: vi.fn(), balance: vi.fn() }))
vi.mock('../api', () => ({ api: server }))

let setting: NumberSetting | null = null
function Field({ known }: { known: number }) {
  setting = useNumberSetting('reserve', known, 100)
  return null
}
const type = (text: string) => act(async () => setting?.type(text))
const leave = () => act(async () => setting?.leave())

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  server.updateSettings.mockResolvedValue({})
  server.balance.mockResolvedValue({})
  await act(async () => createRoot(document.createElement('div')).render(<Field known={0} />))
})
afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

test('whole numbers within the bounds are taken, nothing else', () => {
  expect(['0', ' 10 ', '100'].map((text) => numberTyped(text, 100))).toEqual([0, 10, 100])
  for (const text of ['', '-1', '1.5', '1e2', '101', 'ten']) expect(numberTyped(text, 100), text).toBeNull()
})

test('what is typed is saved once the designer pauses, and once only', async () => {
  await type('1')
  await type('10')
  expect(server.updateSettings).not.toHaveBeenCalled()
  await act(async () => vi.advanceTimersByTime(800))
  await leave()
  expect(server.updateSettings).toHaveBeenCalledExactlyOnceWith({ intentId: expect.any(String), reserve: 10 })
  expect(setting?.news).toEqual({ at: 'saved' })
  // The new balance is asked for, so that badge and popup follow.
  expect(server.balance).toHaveBeenCalledOnce()
})

test('who leaves the field need not wait, and a field left as it was sends nothing', async () => {
  await type('7')
  await leave()
  expect(server.updateSettings).toHaveBeenCalledOnce()
  await type('0')
  await leave()
  await leave()
  expect(server.updateSettings).toHaveBeenCalledOnce()
})

test('what is no number is said when the field is left, and kept for mending', async () => {
  await type('many')
  await leave()
  expect(server.updateSettings).not.toHaveBeenCalled()
  expect(setting).toMatchObject({ text: 'many', news: { at: 'no-number' } })
})

test('where the server is away what was typed stays, and leaving the field tries again', async () => {
  server.updateSettings.mockRejectedValueOnce(new ApiError('OFFLINE'))
  await type('7')
  await leave()
  expect(setting).toMatchObject({ text: '7', news: { at: 'failed', code: 'OFFLINE' } })
  await leave()
  expect(setting?.news).toEqual({ at: 'saved' })
})
