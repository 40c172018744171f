import { type Dispatch, useEffect } from 'react'
import { api } from '../api'
import { type FailureCode, problemOf } from '../failures'
import type { OverlaySession } from '../storage'
import { becameOf } from './became'
import type { Action } from './flow'

const againAfterMs = 5_000
/** What may be otherwise at the next asking. */
const passing: FailureCode[] = ['OFFLINE', 'BUSY']

/** What became of an intent: it may be a generation, or a draft that waits for credits, or have never arrived. */
async function whatBecameOf(intentId: string): Promise<Action | null> {
  const [[generation], drafts] = await Promise.all([becameOf([intentId]), api.drafts()])
  if (generation !== undefined) return { type: 'restored', generation }
  const draft = drafts.find((known) => known.intentId === intentId)
  return draft === undefined ? null : { type: 'draft-restored', draft }
}

async function underWay(generationId: string): Promise<Action> {
  return { type: 'restored', generation: await api.generation(generationId) }
}

/**
 * Goes on where this overlay was when it was closed, or where the popup sent it with a draft; a server that is away is
 * asked again. `own` are intents made here.
 */
export function useRestore({ intentId, generationId }: OverlaySession, own: Set<string>, dispatch: Dispatch<Action>): void {
  useEffect(() => {
    if (intentId === null || own.has(intentId)) return
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const action = await (generationId === null ? whatBecameOf(intentId) : underWay(generationId))
        if (!current) return
        dispatch({ type: 'reachable' })
        if (action !== null) dispatch(action)
      } catch (error) {
        if (!current) return
        const problem = problemOf(error)
        dispatch({ type: 'trouble', problem })
        if (passing.includes(problem.code)) timer = setTimeout(() => void look(), againAfterMs)
      }
    }
    void look()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [intentId, generationId, own, dispatch])
}
