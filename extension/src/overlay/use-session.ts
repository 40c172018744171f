import { useEffect, useState } from 'react'
import { memory, type OverlaySession, readOverlaySession } from '../storage'

export type SessionState = { at: 'reading' } | { at: 'gone' } | { at: 'open'; session: OverlaySession }

const stateOf = (session: OverlaySession | null | undefined): SessionState => (session ? { at: 'open', session } : { at: 'gone' })

/** What this overlay is about, as the worker keeps it: it follows the picture on its way to the server. */
export function useSession(sessionId: string): SessionState {
  const [state, setState] = useState<SessionState>({ at: 'reading' })
  useEffect(() => {
    const left = new AbortController()
    memory.overlaySessions.watch((all) => setState(stateOf(all[sessionId])), left.signal)
    void readOverlaySession(sessionId).then((session) => left.signal.aborted || setState(stateOf(session)))
    return () => left.abort()
  }, [sessionId])
  return state
}
