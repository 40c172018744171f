import { useEffect, useEffectEvent, useRef } from 'react'
import { ask } from '../messages'
import type { ShownImages } from '../overlay-session'
import type { Flow, Made, State } from './flow'

const keepAfterMs = 400

/**
 * Keeps with the worker what is set and which images are shown, so that closing loses nothing. The answer keeps it at once,
 * for who is about to leave. As long as nothing has changed here nothing is kept: what was left behind may still be on its way.
 */
export function useKept(sessionId: string, { wish, flow }: State): () => Promise<void> {
  const shown = shownIn(flow)
  const what = JSON.stringify([wish, shown])
  const kept = useRef(what)
  const keep = async () => {
    if (kept.current === what) return
    kept.current = what
    // Images that were shown are not forgotten over a page that could not ask for them yet.
    if (!(await keepNow(sessionId, shown === null ? { wish } : { wish, shown }))) kept.current = ''
  }
  const keepLater = useEffectEvent(keep)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only something else to keep is a reason.
  useEffect(() => {
    const timer = setTimeout(() => void keepLater(), keepAfterMs)
    return () => clearTimeout(timer)
  }, [sessionId, what])
  return keep
}

/** Answers whether it was kept. */
async function keepNow(sessionId: string, change: Pick<State, 'wish'> & { shown?: ShownImages }): Promise<boolean> {
  try {
    await ask('ui-bg-overlay-changed', { sessionId, change })
    return true
  } catch (error) {
    console.warn('Toile: the draft was not kept', error)
    return false
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
