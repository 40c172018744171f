import { useState } from 'react'
import { permissionFor, serverAddress } from '../server-address'
import { local } from '../storage'

export type ServerState =
  | { at: 'idle' }
  | { at: 'checking' }
  | { at: 'saved'; address: string }
  | { at: 'failed'; why: 'no-address' | 'no-permission' | 'no-answer' }

const answerWithinMs = 5_000

/** Whether the designer lets Toile contact this address. The browser throws where it will not even ask. */
async function isAllowed(address: string): Promise<boolean> {
  try {
    return await chrome.permissions.request({ origins: [permissionFor(address)] })
  } catch (error) {
    console.warn('Toile: the browser did not ask', error)
    return false
  }
}

/** Whether a Toile server answers there and can work. */
async function isReady(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(answerWithinMs) })
    return answer.ok
  } catch (error) {
    console.info('Toile: no server there', error)
    return false
  }
}

/** Takes a new server's address, once that server has answered. */
export function useServer(): { state: ServerState; save: (typed: string) => Promise<void> } {
  const [state, setState] = useState<ServerState>({ at: 'idle' })
  const save = async (typed: string) => {
    const address = serverAddress(typed)
    if (address === null) return setState({ at: 'failed', why: 'no-address' })
    setState({ at: 'checking' })
    // First of all that is awaited: the browser shows its question only from within a click.
    if (!(await isAllowed(address))) return setState({ at: 'failed', why: 'no-permission' })
    if (!(await isReady(address))) return setState({ at: 'failed', why: 'no-answer' })
    await local.settings.update((settings) => ({ ...settings, serverUrl: address }))
    setState({ at: 'saved', address })
  }
  return { state, save }
}
