import { useEffect, useEffectEvent } from 'react'
import type { LiveEvent } from 'shared'
import { api } from '../api'

/** Runs `start` whenever the page becomes visible and aborts its signal when it is hidden or `gone` aborts. */
export function whileVisible(start: (signal: AbortSignal) => void, gone: AbortSignal): void {
  let running: AbortController | null = null
  const look = () => {
    if (document.visibilityState === 'visible') {
      if (running !== null) return
      running = new AbortController()
      start(running.signal)
    } else {
      running?.abort()
      running = null
    }
  }
  document.addEventListener('visibilitychange', look, { signal: gone })
  gone.addEventListener('abort', () => running?.abort(), { once: true })
  look()
}

/** Follows the live stream while the page is visible; `back` is called when it goes on after a gap. */
export function useLive(on: { hear: (event: LiveEvent) => void; back: () => void }): void {
  const hear = useEffectEvent(on.hear)
  const back = useEffectEvent(on.back)
  useEffect(() => {
    const gone = new AbortController()
    let gap = false
    const connected = (isConnected: boolean) => {
      // What happened while nobody listened is asked for anew.
      if (isConnected && gap) back()
      gap = !isConnected
    }
    const follow = (signal: AbortSignal) => {
      api.live({ hear, connected }, signal)
      signal.addEventListener('abort', () => connected(false), { once: true })
    }
    whileVisible(follow, gone.signal)
    return () => gone.abort()
  }, [])
}
