import { useMemo } from 'react'
import type { Session } from '../kept'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'

/** Who the designer is to the server of the settings; null where they are nobody yet, undefined until storage was read. */
export function useSession(): Session | null | undefined {
  const serverUrl = useStored(local.settings)?.serverUrl
  const tokens = useStored(local.tokens)
  const token = serverUrl === undefined ? undefined : tokens?.[serverUrl]
  const isRead = serverUrl !== undefined && tokens !== undefined
  return useMemo(() => {
    if (!isRead) return undefined
    return token === undefined ? null : { serverUrl, token }
  }, [isRead, serverUrl, token])
}
