import { useEffect, useState } from 'react'
import { type Balance, type TrialOffer, trialOffer } from 'shared'
import * as z from 'zod'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { ask } from '../messages'
import { permissionFor } from '../server-address'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'

export interface Trial {
  /** What a new guest gets; null while nobody knows, or the server is away. */
  offer: TrialOffer | null
  /** What they have, once they are somebody. */
  balance: Balance | null
  state: { at: 'idle' | 'starting' } | { at: 'failed'; code: FailureCode }
  /** Becomes a guest. From a click's own handler: a browser may want to be asked for the server first. */
  start: () => void
}

const answered = z.object({ result: z.object({ data: trialOffer }) })
const answerWithinMs = 10_000

/** Asked without a session: being told what there is makes no account. */
async function readOffer(serverUrl: string): Promise<TrialOffer> {
  const answer = await fetch(`${serverUrl}/trpc/account.trial`, { signal: AbortSignal.timeout(answerWithinMs) })
  return answered.parse(await answer.json()).result.data
}

/** The trial as the server offers it, and taking it. */
export function useTrial(): Trial {
  const serverUrl = useStored(local.settings)?.serverUrl
  const balance = useStored(local.balance) ?? null
  const [offer, setOffer] = useState<TrialOffer | null>(null)
  const [state, setState] = useState<Trial['state']>({ at: 'idle' })
  useEffect(() => {
    if (serverUrl === undefined) return
    let gone = false
    readOffer(serverUrl).then(
      (told) => gone || setOffer(told),
      (error: unknown) => console.info('Toile: no trial told', error),
    )
    return () => {
      gone = true
    }
  }, [serverUrl])

  const start = () => {
    if (serverUrl === undefined || state.at === 'starting') return
    // First of all: browsers that gave no permission at install ask for it only from within a click.
    const allowed = chrome.permissions.request({ origins: [permissionFor(serverUrl)] })
    setState({ at: 'starting' })
    allowed
      // Who has deleted an account wants a new one by this click.
      .then(() => ask('ui-bg-begin-anew', {}))
      .then(() => api.balance())
      // The menu, which is what one tries next, names them.
      .then(() => api.prices())
      .then(
        () => setState({ at: 'idle' }),
        (error: unknown) => setState({ at: 'failed', code: codeOf(error) }),
      )
  }
  return { offer, balance, state, start }
}
