import type { Project } from 'shared'
import { local } from '../storage'

/** Keeps which project of a server new images are made for; null is none. */
export async function keepCurrentProject(serverUrl: string, project: Project | null): Promise<void> {
  await local.currentProjects.update(({ [serverUrl]: _before, ...others }) =>
    project === null ? others : { ...others, [serverUrl]: project },
  )
}
