import { useEffect, useState } from 'react'
import type { OverlaySession } from '../overlay-session'
import { memory } from '../storage'
import { home } from './say-hello'

export type SessionState = { at: 'reading' } | { at: 'gone'; sessionId: string } | { at: 'open'; session: OverlaySession }

/**
 * What this overlay is about, as the worker keeps it: it follows the picture on its way to the server. To who is not at home
 * here it is gone. A frame that is not at home is a page's own doing: it stays empty, for a click could be lured onto whatever it shows.
 */
export function useSession(): SessionState {
  const [state, setState] = useState<SessionState>({ at: 'reading' })
  useEffect(() => {
    const left = new AbortController()
    const read = async () => {
      const { sessionId, welcome } = await home
      if (left.signal.aborted) return
      const show = (session: OverlaySession | null | undefined) =>
        setState(session ? { at: 'open', session } : { at: 'gone', sessionId })
      if (!welcome) return window === window.top && show(null)
      memory.overlaySessions.watch((all) => show(all[sessionId]), left.signal)
      const all = await memory.overlaySessions.soon()
      if (!left.signal.aborted) show(all[sessionId])
    }
    void read()
    return () => left.abort()
  }, [])
  return state
}
