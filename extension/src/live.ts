import { type LiveEvent, liveEvent } from 'shared'
import * as z from 'zod'
import { apiError, type Client, type SessionSource } from './connection'
import type { Session } from './storage'

/** What a page does with the live stream. */
export interface Listener {
  hear(event: LiveEvent): void
  /** False while the stream is broken; it goes on by itself from the last event heard. */
  connected(connected: boolean): void
}

/** An event and its id. One of a type that this extension does not know (a newer server's) is null, and its id still counts. */
const tracked = z.object({ id: z.string(), data: liveEvent.nullable().catch(null) })
const retryAfterMs = 3_000

/** Follows the live stream until `signal` aborts, over lost connections and refused tokens. */
export function followLive(
  sessions: SessionSource,
  clientOf: (session: Session) => Client,
  listener: Listener,
  signal: AbortSignal,
): void {
  let lastEventId: string | null = null

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
    if (event) lastEventId = event.id
    if (!event?.data) console.info('Toile: a live event that this version does not know')
    else {
      if (event.data.type === 'balance') sessions.tell({ serverUrl, balance: event.data.balance })
      listener.hear(event.data)
    }
  }

  const subscribe = (session: Session): void => {
    if (signal.aborted) return
    const over = new AbortController()
    const subscription = clientOf(session).live.events.subscribe(
      { lastEventId },
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
