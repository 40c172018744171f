// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { Project } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { type Projects, useProjects } from './use-projects'

const serverUrl = 'http://127.0.0.1:8787'
const { server, kept } = vi.hoisted(() => ({ server: { projects: vi.fn() }, kept: vi.fn() }))
vi.mock('../api', () => ({ api: server }))
vi.mock('./use-current-project', () => ({ keepCurrentProject: kept, useCurrentProject: () => null }))

const project = (id: string, used = 0): Project => ({
  id,
  name: id,
  budget: 60,
  used,
  left: 60 - used,
  images: 0,
  whenUsedUp: 'stop',
  createdAt: '2026-11-22T09:00:00Z',
  archivedAt: null,
})
const page = (...projects: Project[]) => ({ projects, nextCursor: null })

let shown: Projects
function Shown() {
  shown = useProjects()
  return null
}
const drawn = () => act(async () => createRoot(document.createElement('div')).render(<Shown />))

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome({ local: { currentProjects: { [serverUrl]: project('resort-27') } } }))
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  server.projects.mockReset()
  kept.mockReset()
})

test('what the server tells of the current project is kept; one that is gone is current no longer', async () => {
  server.projects.mockResolvedValue(page(project('resort-27', 24)))
  await drawn()
  expect(kept.mock.calls).toEqual([[serverUrl, project('resort-27', 24)]])
  server.projects.mockResolvedValue(page())
  await act(async () => shown.reload())
  expect(kept).toHaveBeenLastCalledWith(serverUrl, null)
})

test('an answer from before a project was made and chosen does not take it away again', async () => {
  const swim = project('swim-capsule')
  const asked = Promise.withResolvers<unknown>()
  server.projects.mockReturnValueOnce(asked.promise).mockResolvedValue(page(swim, project('resort-27')))
  await drawn()
  await act(async () => {
    await local.currentProjects.set({ [serverUrl]: swim })
    asked.resolve(page(project('resort-27')))
  })
  expect(kept).not.toHaveBeenCalledWith(serverUrl, null)
  expect(shown.list?.map(({ id }) => id)).toEqual(['swim-capsule', 'resort-27'])
})
