import { useRef, useState } from 'react'
import { type Problem, problemOf } from '../failures'
import { local } from '../storage'

export type DeedState = { at: 'idle' } | { at: 'doing' } | ({ at: 'failed' } & Problem)

export interface Deed {
  state: DeedState
  /**
   * Does it, unless one is under way. `about` says all that is asked for: the same, asked again after a lost answer, carries the
   * same intent, so that it is done once.
   */
  run: (about: string, deed: (intentId: string) => Promise<void>) => Promise<void>
}

/** One deed at a time that costs money or changes what will: an intent of its own until its answer has come. */
export function useDeed(): Deed {
  const [state, setState] = useState<DeedState>({ at: 'idle' })
  const intents = useRef(new Map<string, string>())
  const doing = useRef(false)

  const run = async (about: string, deed: (intentId: string) => Promise<void>) => {
    if (doing.current) return
    doing.current = true
    const intentId = intents.current.get(about) ?? crypto.randomUUID()
    intents.current.set(about, intentId)
    setState({ at: 'doing' })
    noteDeed().catch((error: unknown) => console.info('Toile: not noted that something is bought', error))
    try {
      await deed(intentId)
      // From here on it can be asked for once more: that is another deed.
      intents.current.delete(about)
      setState({ at: 'idle' })
    } catch (error) {
      setState({ at: 'failed', ...problemOf(error) })
    } finally {
      doing.current = false
    }
  }
  return { state, run }
}

/** From now on there is money to tell of at this server. */
async function noteDeed(): Promise<void> {
  const { serverUrl } = await local.settings.get()
  const all = await local.boughtAt.get()
  if (all[serverUrl] !== true) await local.boughtAt.set({ ...all, [serverUrl]: true })
}
