import { type Dispatch, useCallback } from 'react'
import type { Generation } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import type { Action } from './flow'

/** Stops what is still being made. It shows at once, and is taken back where the server did not hear of it. */
export function useStop(dispatch: Dispatch<Action>): (generations: Generation[]) => void {
  return useCallback(
    (generations) => {
      dispatch({ type: 'stop' })
      for (const { id } of generations)
        api.cancel(id).then(
          (generation) => dispatch({ type: 'heard', generation }),
          (error: unknown) => dispatch({ type: 'stop-failed', problem: problemOf(error) }),
        )
    },
    [dispatch],
  )
}
