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

const tracked = z.object({ id: z.string(), data: liveEvent })
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
    const timer = setTimeout(() => void start(open), retryAfterMs)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  }
  const start = (open: () => Promise<void>): Promise<void> =>
    // A session that cannot be had now (server down) is asked for again later.
    signal.aborted ? Promise.resolve() : open().catch(() => again(open))

  const subscribe = (session: Session): void => {
    const subscription = clientOf(session).live.events.subscribe(
      { lastEventId },
      {
        onStarted: () => listener.connected(true),
        onData: (raw: unknown) => {
          const event = tracked.parse(raw)
          lastEventId = event.id
          if (event.data.type === 'balance') sessions.tell({ balance: event.data.balance })
          listener.hear(event.data)
        },
        onConnectionStateChange: (state: { state: string }) => listener.connected(state.state === 'pending'),
        onError: (error: unknown) => {
          const refused = apiError(error).code === 'UNAUTHORIZED'
          again(async () => subscribe(refused ? await sessions.renew(session.token) : await sessions.current()))
        },
      },
    )
    signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true })
  }

  void start(async () => subscribe(await sessions.current()))
}
