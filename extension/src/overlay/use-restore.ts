import { type Dispatch, useEffect, useState } from 'react'
import { api } from '../api'
import { type FailureCode, problemOf } from '../failures'
import type { OverlaySession } from '../overlay-session'
import { becameOf } from './became'
import type { Action } from './flow'

const againAfterMs = 5_000
/** What may be otherwise at the next asking. */
const passing: FailureCode[] = ['OFFLINE', 'BUSY']

/** What became of an intent: it may be a generation, or a draft that waits for credits, or have never arrived. */
async function whatBecameOf(intentId: string, left: Left): Promise<Action | null> {
  const [[generation], drafts] = await Promise.all([becameOf([intentId]), api.drafts()])
  if (generation !== undefined) return restored(left, generation.id)
  const draft = drafts.find((known) => known.intentId === intentId)
  if (draft !== undefined) return { type: 'draft-restored', draft }
  return left.shown === null ? null : restored(left, null)
}

/** What the session held when this page began: which images were shown, and what was set beside them. */
type Left = Pick<OverlaySession, 'shown' | 'wish'>

/** The images as they were shown, and one that came to them while nobody looked. */
async function restored({ shown, wish }: Left, newestId: string | null): Promise<Action> {
  const ids = new Set([...(shown?.generationIds ?? []), ...(newestId === null ? [] : [newestId])])
  const generations = await Promise.all([...ids].map((id) => api.generation(id)))
  return { type: 'restored', generations, retried: shown?.retried ?? [], wish }
}

/**
 * Goes on where this overlay was when it was closed, or where the popup sent it with a draft; a server that is away is
 * asked again. `own` are intents made here.
 */
export function useRestore(
  { intentId, generationId, shown, wish }: OverlaySession,
  own: Set<string>,
  dispatch: Dispatch<Action>,
): void {
  const [left] = useState<Left>({ shown, wish })
  useEffect(() => {
    if (intentId === null || own.has(intentId)) return
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      try {
        const action = await (generationId === null ? whatBecameOf(intentId, left) : restored(left, generationId))
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
  }, [intentId, generationId, own, left, dispatch])
}
