// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError } from '../failures'
import { allMovements, type HistoryFilter, useHistory } from './use-history'

const server = vi.hoisted(() => ({ history: vi.fn(), generations: vi.fn() }))
vi.mock('../api', () => ({ api: server }))

let history: ReturnType<typeof useHistory> | null = null
function History({ filter }: { filter: HistoryFilter }) {
  history = useHistory(filter)
  return null
}
const open = (filter: Partial<HistoryFilter>) =>
  act(async () => createRoot(document.createElement('div')).render(<History filter={{ ...allMovements, ...filter }} />))

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 3, 0, 30) })
  server.history.mockReset().mockResolvedValue({ entries: [], nextCursor: null })
  server.generations.mockResolvedValue({ generations: [] })
})
afterEach(() => vi.useRealTimers())

test("the last 7 days are today and the six before it, by the designer's calendar", async () => {
  await open({ days: 7, operation: 'upscale' })
  expect(server.history).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ since: '2026-10-28', operation: 'upscale', kind: undefined, projectId: undefined }),
  )
})

test('what did not come is asked for again from where it stopped', async () => {
  server.history.mockResolvedValueOnce({ entries: [], nextCursor: 40 }).mockRejectedValueOnce(new ApiError('OFFLINE'))
  await open({})
  await act(async () => history?.more())
  expect(history?.state).toMatchObject({ at: 'failed', code: 'OFFLINE', nextCursor: 40 })
  await act(async () => history?.more())
  expect(server.history.mock.calls.map(([asked]) => asked.cursor)).toEqual([undefined, 40, 40])
  expect(history?.state).toMatchObject({ at: 'known', nextCursor: null })
})
