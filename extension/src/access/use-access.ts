import { useCallback, useEffect, useState } from 'react'
import type { ErrorDetails, Me } from 'shared'
import { api } from '../api'
import { barredBy } from './barred'

export interface AccessHere {
  me: Me | null
  /** Why nothing can be bought here; null where it can, or where nobody knows: then the server says so when it is asked. */
  barred: ErrorDetails | null
  again: () => void
}

/** Whether this account may buy and make images. */
export function useAccess(): AccessHere {
  const [me, setMe] = useState<Me | null>(null)
  const again = useCallback(() => {
    api.me().then(setMe, (error: unknown) => console.info('Toile: not told who may buy', error))
  }, [])
  useEffect(again, [again])
  return { me, barred: barredBy(me), again }
}
