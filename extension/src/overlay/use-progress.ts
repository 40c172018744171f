import { type Dispatch, useEffect } from 'react'
import { api } from '../api'
import { problemOf } from '../failures'
import type { Action, Flow } from './flow'

const pollMs = 3_000

/** Asks for running generations now and then: the live stream is quicker, but it can be broken without anyone knowing. */
export function useProgress(flow: Flow, dispatch: Dispatch<Action>): void {
  const running =
    flow.at !== 'running'
      ? ''
      : flow.batch
          .filter(({ finished }) => !finished)
          .map(({ id }) => id)
          .join(' ')
  useEffect(() => {
    if (running === '') return
    let current = true
    const look = async () => {
      try {
        const generations = await Promise.all(running.split(' ').map((id) => api.generation(id)))
        if (!current) return
        dispatch({ type: 'reachable' })
        for (const generation of generations) dispatch({ type: 'heard', generation })
      } catch (error) {
        if (current) dispatch({ type: 'trouble', problem: problemOf(error) })
      }
    }
    void look()
    const timer = setInterval(() => void look(), pollMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [running, dispatch])
}
