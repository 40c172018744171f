import { useCallback, useEffect, useRef, useState } from 'react'
import type { Forecast, Project, Usage } from 'shared'
import { api } from '../../api'
import { codeOf, type FailureCode } from '../../failures'
import { allProjects } from '../../projects/all-projects'
import { useLive } from '../../ui/use-live'
import { useSoon } from '../../ui/use-soon'

/** Where the credits went, as the server tells it. */
export interface UsageRead {
  usage: Usage
  /** Of the last year: what no project's figures tell. */
  withoutProject: number
  projects: Project[]
  forecast: Forecast
}

const longest = 366

/** What was used in the last so many days; what was known stays while the server is away. */
export function useUsage(days: number): { read: UsageRead | null; failed: FailureCode | null; again: () => void } {
  const [read, setRead] = useState<UsageRead | null>(null)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  /** Answers to an earlier question are not shown. */
  const turn = useRef(0)
  const load = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const [usage, year, projects, forecast] = await Promise.all([
        api.usage({ days }),
        api.usage({ days: longest }),
        allProjects(),
        api.forecast({}),
      ])
      const withoutProject = year.byProject.find(({ projectId }) => projectId === null)?.used ?? 0
      if (mine !== turn.current) return
      setRead({ usage, withoutProject, projects, forecast })
      setFailed(null)
    } catch (error) {
      if (mine === turn.current) setFailed(codeOf(error))
    }
  }, [days])
  useEffect(() => void load(), [load])

  const soon = useSoon(load)
  useLive({ hear: ({ type }) => type === 'balance' && soon(), back: soon })
  return { read, failed, again: () => void load() }
}
