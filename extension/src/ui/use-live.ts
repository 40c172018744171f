import { useEffect, useEffectEvent } from 'react'
import type { LiveEvent } from 'shared'
import { openLive } from '../api'
import type { Tracked } from '../live-words'
import { saySeen } from '../seen'
import { shareLive } from '../share-live'
import { local } from '../storage'

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

/** Begins anew whenever the designer turns to another server. */
function whileAtServer(start: (serverUrl: string, signal: AbortSignal) => void, gone: AbortSignal): void {
  let at: { serverUrl: string; left: AbortController } | null = null
  const turnTo = ({ serverUrl }: { serverUrl: string }) => {
    if (gone.aborted || at?.serverUrl === serverUrl) return
    at?.left.abort()
    at = { serverUrl, left: new AbortController() }
    start(serverUrl, AbortSignal.any([gone, at.left.signal]))
  }
  local.settings.watch(turnTo, gone)
  local.settings.get().then(turnTo, (error: unknown) => console.error('Toile: no live stream', error))
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
    const listener = { connected, hear: ({ data }: Tracked) => void (data && hear(data)) }
    const follow = (serverUrl: string, signal: AbortSignal) => {
      shareLive({ ports: chrome.runtime, serverUrl, rank: crypto.randomUUID(), open: openLive, listener }, signal)
      signal.addEventListener('abort', () => connected(false), { once: true })
    }
    whileVisible((signal) => {
      saySeen(signal)
      whileAtServer(follow, signal)
    }, gone.signal)
    return () => gone.abort()
  }, [])
}
