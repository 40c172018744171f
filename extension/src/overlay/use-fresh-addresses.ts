import { type Dispatch, useEffect, useEffectEvent } from 'react'
import type { Generation } from 'shared'
import { api } from '../api'
import type { Action, Flow } from './flow'

/** Addresses of images are good for an hour at least. */
const renewAfterMs = 30 * 60_000
const lookEveryMs = 60_000

/** Keeps the addresses of finished images good for as long as the overlay is looked at: a drag takes the address along. */
export function useFreshAddresses(flow: Flow, dispatch: Dispatch<Action>): void {
  const shown = flow.at === 'finished' ? flow.batch : []
  const ids = shown.map(({ id }) => id).join(' ')
  const renew = useEffectEvent(async (): Promise<boolean> => {
    try {
      const fresh: Generation[] = await Promise.all(shown.map(({ id }) => api.generation(id)))
      for (const generation of fresh) dispatch({ type: 'heard', generation })
      return true
    } catch (error) {
      console.info('Toile: addresses of images were not renewed', error)
      return false
    }
  })
  useEffect(() => {
    if (ids === '') return
    const left = new AbortController()
    let renewedAt = Date.now()
    const look = async () => {
      if (document.visibilityState !== 'visible' || Date.now() - renewedAt < renewAfterMs) return
      const before = renewedAt
      renewedAt = Date.now()
      // A server that is away is asked again at the next look.
      if (!(await renew())) renewedAt = before
    }
    const timer = setInterval(() => void look(), lookEveryMs)
    document.addEventListener('visibilitychange', () => void look(), { signal: left.signal })
    left.signal.addEventListener('abort', () => clearInterval(timer))
    return () => left.abort()
  }, [ids])
}
