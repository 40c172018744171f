import { useEffect, useState } from 'react'
import type { Me } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'

export type MeState = { at: 'asking' } | { at: 'known'; me: Me } | { at: 'failed'; code: FailureCode }

/** Who the designer is to the server of the settings. */
export function useMe(): MeState {
  const serverUrl = useStored(local.settings)?.serverUrl
  const [state, setState] = useState<MeState>({ at: 'asking' })
  useEffect(() => {
    if (serverUrl === undefined) return
    let gone = false
    setState({ at: 'asking' })
    api.me().then(
      (me) => gone || setState({ at: 'known', me }),
      (error: unknown) => gone || setState({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      gone = true
    }
  }, [serverUrl])
  return state
}
