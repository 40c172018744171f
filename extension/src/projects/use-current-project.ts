import type { Project } from 'shared'
import { ask } from '../messages'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'

/** The project that new images are made for, as it was last seen; null for none, undefined until storage was read. */
export function useCurrentProject(): Project | null | undefined {
  const settings = useStored(local.settings)
  const current = useStored(local.currentProjects)
  if (settings === undefined || current === undefined) return undefined
  return current[settings.serverUrl] ?? null
}

/** Makes a project of that server the one that new images are made for, or none; also tells its newer figures. */
export async function keepCurrentProject(serverUrl: string, project: Project | null): Promise<void> {
  await ask('ui-bg-current-project', { serverUrl, project })
}
