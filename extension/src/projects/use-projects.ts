import { useCallback, useEffect, useState } from 'react'
import type { NewProject, Project } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { allProjects } from './all-projects'
import { keepCurrentProject, useCurrentProject } from './use-current-project'

/** What a new project is made of; its intent is made by whoever fills in the form, and stays the same when it is sent again. */
export type NewProjectTerms = Required<NewProject>

export interface Projects {
  /** Those in use, newest first; null until they are known. What was known stays while the server is away. */
  list: Project[] | null
  /** Why they could not be read the last time. */
  failed: FailureCode | null
  /** The one that new images are made for: known from storage at once, undefined for a moment only. */
  current: Project | null | undefined
  choose: (project: Project | null) => Promise<void>
  /** Makes a project and chooses it. Throws `ApiError`. */
  create: (terms: NewProjectTerms) => Promise<Project>
  /** Asks for their figures anew, as after something was spent. */
  reload: () => void
}

/** The designer's projects, and which of them is the current one. */
export function useProjects(): Projects {
  const current = useCurrentProject()
  const [list, setList] = useState<Project[] | null>(null)
  const [failed, setFailed] = useState<FailureCode | null>(null)

  const load = useCallback(async () => {
    try {
      const { serverUrl } = await local.settings.get()
      const { known, current } = await readAll(serverUrl)
      setList(known)
      setFailed(null)
      await renewCurrent(serverUrl, current, known)
    } catch (error) {
      setFailed(codeOf(error))
    }
  }, [])
  useEffect(() => void load(), [load])

  const choose = async (project: Project | null) => keepCurrentProject((await local.settings.get()).serverUrl, project)
  const create = async (terms: NewProjectTerms) => {
    const project = await api.createProject(terms)
    setList((before) => [project, ...(before ?? []).filter(({ id }) => id !== project.id)])
    await choose(project)
    return project
  }
  return { list, failed, current, choose, create, reload: () => void load() }
}

const currentOf = async (serverUrl: string): Promise<Project | undefined> => (await local.currentProjects.get())[serverUrl]

/** All projects, and the current one; where another was chosen meanwhile, which may have been made just then, asked again. */
async function readAll(serverUrl: string): Promise<{ known: Project[]; current: Project | undefined }> {
  for (;;) {
    const before = await currentOf(serverUrl)
    const known = await allProjects()
    const current = await currentOf(serverUrl)
    if (current?.id === before?.id) return { known, current }
  }
}

/** Figures of the current project follow what the server told; one that was put away or is gone is current no longer. */
async function renewCurrent(serverUrl: string, current: Project | undefined, known: Project[]): Promise<void> {
  if (current === undefined) return
  const told = known.find(({ id }) => id === current.id) ?? null
  if (JSON.stringify(told) !== JSON.stringify(current)) await keepCurrentProject(serverUrl, told)
}
