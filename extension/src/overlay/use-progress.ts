import { type Dispatch, useEffect } from 'react'
import { api } from '../api'
import { codeOf } from '../failures'
import type { Action, Flow } from './flow'

const pollMs = 3_000

/** Asks for the running generation now and then: the live stream is quicker, but it can be broken without anyone knowing. */
export function useProgress(flow: Flow, dispatch: Dispatch<Action>): void {
  const running = flow.at === 'running' ? (flow.batch.at(-1)?.id ?? null) : null
  useEffect(() => {
    if (running === null) return
    let current = true
    const look = () =>
      api.generation(running).then(
        (generation) => current && dispatch({ type: 'heard', generation }),
        // The worker knows already that the server is away; the next look tells whether it is back.
        (error: unknown) => console.info('Toile: no news of the generation', codeOf(error)),
      )
    void look()
    const timer = setInterval(look, pollMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [running, dispatch])
}
