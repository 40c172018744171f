import type { LiveEvent } from 'shared'

/** Hands events to whoever listens for an account, in this process. Nothing is kept: events carry whole states. */
export interface Bus {
  publish(accountId: string, event: LiveEvent): void
  hasListeners(accountId: string): boolean
  /** The account's events until the signal. */
  listen(accountId: string, signal: AbortSignal): AsyncGenerator<LiveEvent, void>
  /** Ends the account's listeners: it was deleted. */
  hangUp(accountId: string): void
  /** Ends every listener: the server stops. */
  close(): void
}

interface Listener {
  hear: (event: LiveEvent) => void
  hungUp: AbortController
}

/** Events that a slow listener may have waiting; beyond, the oldest go, since newer ones say more. */
const maxWaiting = 256

export function createBus(): Bus {
  const listeners = new Map<string, Set<Listener>>()
  const closing = new AbortController()

  async function* listen(accountId: string, signal: AbortSignal): AsyncGenerator<LiveEvent, void> {
    const hungUp = new AbortController()
    const end = AbortSignal.any([signal, hungUp.signal, closing.signal])
    const waiting: LiveEvent[] = []
    let ring = () => {}
    const hear = (event: LiveEvent) => {
      waiting.push(event)
      if (waiting.length > maxWaiting) waiting.shift()
      ring()
    }
    const stop = () => ring()
    const ears = listeners.get(accountId) ?? new Set()
    const listener: Listener = { hear, hungUp }
    listeners.set(accountId, ears.add(listener))
    end.addEventListener('abort', stop)
    try {
      while (!end.aborted) {
        const event = waiting.shift()
        if (event !== undefined) yield event
        else
          await new Promise<void>((resolve) => {
            ring = resolve
          })
      }
    } finally {
      end.removeEventListener('abort', stop)
      ears.delete(listener)
      if (ears.size === 0) listeners.delete(accountId)
    }
  }

  return {
    publish: (accountId, event) => {
      for (const { hear } of listeners.get(accountId) ?? []) hear(event)
    },
    hasListeners: (accountId) => listeners.has(accountId),
    listen,
    hangUp: (accountId) => {
      for (const { hungUp } of listeners.get(accountId) ?? []) hungUp.abort()
    },
    close: () => closing.abort(),
  }
}
