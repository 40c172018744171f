// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { useUsage } from './use-usage'

const server = vi.hoisted(() => ({ usage: vi.fn(), forecast: async () => null, projects: vi.fn() }))
vi.mock('../../api', () => ({ api: server }))
vi.mock('../../ui/use-live', () => ({ useLive: () => {} }))

let shown: ReturnType<typeof useUsage> | null = null
function Usage({ days }: { days: number }) {
  shown = useUsage(days)
  return null
}

test('of two periods asked for one after the other the last is shown, whichever is answered first', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  server.projects.mockResolvedValue({ projects: [], nextCursor: null })
  const first = Promise.withResolvers<void>()
  server.usage.mockImplementation(async ({ days }: { days: number }) => {
    if (days === 14) await first.promise
    return { used: days, returned: 0, byDay: [], byProject: [], byOperation: [] }
  })
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Usage days={14} />))
  await act(async () => root.render(<Usage days={30} />))
  expect(shown?.read?.usage.used).toBe(30)
  await act(async () => first.resolve())
  expect(shown?.read?.usage.used).toBe(30)
})
