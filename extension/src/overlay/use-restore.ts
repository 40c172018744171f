import { type Dispatch, useEffect } from 'react'
import { api } from '../api'
import { problemOf } from '../failures'
import type { OverlaySession } from '../storage'
import type { Action } from './flow'
import { wishOf } from './wish'

/** What became of an intent: it may be a generation, or a draft that waits for credits, or have never arrived. */
async function whatBecameOf(intentId: string): Promise<Action | null> {
  const [page, drafts] = await Promise.all([api.generations({ limit: 50 }), api.drafts()])
  const generation = page.generations.find((known) => known.intentId === intentId)
  if (generation !== undefined) return { type: 'restored', wish: wishOf(generation), generation }
  const draft = drafts.find((known) => known.intentId === intentId)
  if (draft === undefined) return null
  return { type: 'draft-restored', wish: wishOf(draft.request), intentId, shortfall: 0 }
}

async function underWay(generationId: string): Promise<Action> {
  const generation = await api.generation(generationId)
  return { type: 'restored', wish: wishOf(generation), generation }
}

/** Goes on where this overlay was when it was closed, or where the popup sent it with a draft. `own` are intents made here. */
export function useRestore({ intentId, generationId }: OverlaySession, own: Set<string>, dispatch: Dispatch<Action>): void {
  useEffect(() => {
    if (intentId === null || own.has(intentId)) return
    let current = true
    const restored = generationId === null ? whatBecameOf(intentId) : underWay(generationId)
    restored.then(
      (action) => current && action !== null && dispatch(action),
      (error: unknown) => current && dispatch({ type: 'refused', request: null, problem: problemOf(error) }),
    )
    return () => {
      current = false
    }
  }, [intentId, generationId, own, dispatch])
}
