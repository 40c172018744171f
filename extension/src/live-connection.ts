import { createTRPCClient, httpSubscriptionLink } from '@trpc/client'
import { EventSource } from 'eventsource'
import type { AppRouter } from 'server/router'
import { reachOf } from './connection'
import type { Session } from './kept'

export type LiveClient = ReturnType<typeof connectLive>

/**
 * A tRPC client for the live stream of one session, which is open for as long as anyone looks: it never gives up. Its token
 * travels in a header, which the browser's own `EventSource` has not.
 */
export function connectLive(session: Session) {
  const { url, headers } = reachOf(session)
  const ownFetch = (input: string | URL, init: RequestInit) => fetch(input, { ...init, headers: { ...init.headers, ...headers } })
  return createTRPCClient<AppRouter>({
    links: [httpSubscriptionLink({ url, EventSource, eventSourceOptions: { fetch: ownFetch } })],
  })
}
