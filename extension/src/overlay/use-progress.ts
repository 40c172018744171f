import { type Dispatch, useEffect } from 'react'
import { api } from '../api'
import { problemOf } from '../failures'
import type { Action, Flow } from './flow'

const pollMs = 3_000

/** Asks for the running generation now and then: the live stream is quicker, but it can be broken without anyone knowing. */
export function useProgress(flow: Flow, dispatch: Dispatch<Action>): void {
  const running = flow.at === 'running' ? (flow.batch.at(-1)?.id ?? null) : null
  useEffect(() => {
    if (running === null) return
    let current = true
    const look = async () => {
      try {
        const generation = await api.generation(running)
        if (!current) return
        dispatch({ type: 'reachable' })
        dispatch({ type: 'heard', generation })
      } catch (error) {
        if (current) dispatch({ type: 'refused', request: null, problem: problemOf(error) })
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
