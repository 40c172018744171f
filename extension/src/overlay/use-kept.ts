import { useCallback, useEffect, useEffectEvent } from 'react'
import { ask } from '../messages'
import type { ShownImages } from '../overlay-session'
import type { Flow, Made, State } from './flow'

const keepAfterMs = 400

/**
 * Keeps with the worker what is set and which images are shown, so that closing loses nothing. The answer keeps it at once,
 * for who is about to leave.
 */
export function useKept(sessionId: string, { wish, flow }: State): () => Promise<void> {
  const shown = shownIn(flow)
  const keep = useEffectEvent(() => keepNow(sessionId, { wish, shown }))
  const what = JSON.stringify([wish, shown])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only something else to keep is a reason.
  useEffect(() => {
    const timer = setTimeout(() => void keep(), keepAfterMs)
    return () => clearTimeout(timer)
  }, [sessionId, what])
  return useCallback(() => keepNow(sessionId, { wish, shown }), [sessionId, wish, shown])
}

async function keepNow(sessionId: string, change: Pick<State, 'wish'> & { shown: ShownImages | null }): Promise<void> {
  try {
    await ask('ui-bg-overlay-changed', { sessionId, change })
  } catch (error) {
    console.warn('Toile: the draft was not kept', error)
  }
}

/** What would be shown again: the images that are there, or that one can look back at. */
function shownIn(flow: Flow): ShownImages | null {
  const made = flow.at === 'sending' ? madeIn(flow.back) : madeIn(flow)
  if (made === null) return null
  return { generationIds: made.batch.map(({ id }) => id).slice(-100), retried: made.retried.slice(-200) }
}

function madeIn(flow: Exclude<Flow, { at: 'sending' }>): Made | null {
  if (flow.at === 'running' || flow.at === 'finished') return flow
  return flow.before?.finished ?? null
}
