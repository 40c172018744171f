import { useEffect, useState } from 'react'
import type { OverlaySession } from '../overlay-session'
import { memory, readOverlaySession } from '../storage'
import { welcome } from './say-hello'

export type SessionState = { at: 'reading' } | { at: 'gone' } | { at: 'open'; session: OverlaySession }

const stateOf = (session: OverlaySession | null | undefined): SessionState => (session ? { at: 'open', session } : { at: 'gone' })

/**
 * What this overlay is about, as the worker keeps it: it follows the picture on its way to the server. To who is not at home
 * here, as a frame in a page that came by the address, it is gone.
 */
export function useSession(sessionId: string): SessionState {
  const [state, setState] = useState<SessionState>({ at: 'reading' })
  useEffect(() => {
    const left = new AbortController()
    const read = async () => {
      const home = await welcome
      if (left.signal.aborted) return
      if (!home) return setState({ at: 'gone' })
      memory.overlaySessions.watch((all) => setState(stateOf(all[sessionId])), left.signal)
      const session = await readOverlaySession(sessionId)
      if (!left.signal.aborted) setState(stateOf(session))
    }
    void read()
    return () => left.abort()
  }, [sessionId])
  return state
}
