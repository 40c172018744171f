import { useEffect, useEffectEvent } from 'react'
import type { Balance } from 'shared'
import { type Projects, useProjects } from '../projects/use-projects'
import type { Flow } from './flow'

/**
 * The project that the next images are for: the current one, or that of the draft which is shown. Undefined until it is known.
 * What its budget leaves is asked for again whenever the wallet changes.
 */
export function useProjectOf(flow: Flow, balance: Balance | null): { id: string | null | undefined; projects: Projects } {
  const projects = useProjects()
  const { current } = projects
  const reload = useEffectEvent(() => current && projects.reload())
  const credits = balance?.credits
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the balance is a reason to ask again.
  useEffect(() => void reload(), [credits])
  const resting = flow.at === 'sending' ? flow.back : flow
  const id = resting.at === 'blocked' ? resting.order.request.projectId : current === null ? null : current?.id
  return { id, projects }
}
