import type { LiveEvent } from 'shared'
import { apiError } from './api-error'
import type { SessionSource } from './connection'
import type { Session } from './kept'
import type { LiveClient } from './live-connection'
import { type Tracked, tracked } from './live-words'

/** What is told of the stream as it goes. */
export interface StreamListener {
  hear(event: Tracked): void
  /** False while the stream is broken; it goes on by itself from the last event heard. */
  connected(connected: boolean): void
}

const retryAfterMs = 3_000

/** What the worker needs of an event at once, for badge, menus and pill. */
function tellNews({ tell }: SessionSource, serverUrl: string, event: LiveEvent): void {
  if (event.type === 'balance') tell({ serverUrl, balance: event.balance })
  if (event.type === 'generation') tell({ serverUrl, generation: event.generation, leaves: event.balance })
}

/** Follows the live stream from `lastEventId` on until `signal` aborts, over lost connections and refused tokens. */
export function followLive(
  sessions: SessionSource,
  clientOf: (session: Session) => LiveClient,
  { listener, lastEventId }: { listener: StreamListener; lastEventId: string | null },
  signal: AbortSignal,
): void {
  let from = lastEventId

  const again = (open: () => Promise<void>): void => {
    listener.connected(false)
    // Each wait takes its listener away again: a server that is away for a night must not leave thousands.
    const over = new AbortController()
    const timer = setTimeout(() => {
      over.abort()
      void start(open)
    }, retryAfterMs)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true, signal: over.signal })
  }
  const start = (open: () => Promise<void>): Promise<void> =>
    // A session that cannot be had now (server down) is asked for again later.
    signal.aborted ? Promise.resolve() : open().catch(() => again(open))

  const hear = (raw: unknown, serverUrl: string): void => {
    const event = tracked.safeParse(raw).data
    if (event === undefined) {
      console.info('Toile: no live event', raw)
      return
    }
    from = event.id
    if (event.data === null) console.info('Toile: a live event that this version does not know')
    else tellNews(sessions, serverUrl, event.data)
    listener.hear(event)
  }

  const subscribe = (session: Session): void => {
    if (signal.aborted) return
    const over = new AbortController()
    const subscription = clientOf(session).live.events.subscribe(
      { lastEventId: from },
      {
        onStarted: () => listener.connected(true),
        onData: (raw: unknown) => hear(raw, session.serverUrl),
        onConnectionStateChange: (state: { state: string }) => listener.connected(state.state === 'pending'),
        onError: (error: unknown) => {
          over.abort()
          const refused = apiError(error).code === 'UNAUTHORIZED'
          again(async () => subscribe(refused ? await sessions.renew(session.token) : await sessions.current()))
        },
      },
    )
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true, signal: over.signal })
  }

  void start(async () => subscribe(await sessions.current()))
}
