import { createTRPCClient, httpBatchLink, httpLink, isNonJsonSerializable, splitLink } from '@trpc/client'
import type { AppRouter } from 'server/router'
import type { Balance, Generation, PriceList, WalletSettings } from 'shared'
import type { Session } from './kept'

/** What an answer of a server told beyond what was asked: badge, menus and pill follow it. */
export type News = { serverUrl: string } & Telling
export type Telling =
  | { balance: Balance }
  | { prices: PriceList }
  | { settings: WalletSettings }
  | { generation: Generation; leaves: Balance | null }
  | { reachable: boolean }

/** Where a client gets its session from, and whom it tells the news: the worker does both itself, pages ask the worker. */
export interface SessionSource {
  current(): Promise<Session>
  /** The server refused this token: signs in again, once for all who ask. */
  renew(token: string): Promise<Session>
  tell(news: News): void
}

export type Client = ReturnType<typeof connect>

/** How long a call may take. What is late counts as not answered; the same intent can be sent again. */
const answerWithinMs = 15_000
const uploadWithinMs = 60_000

/** `fetch` that gives up in time, body included. */
function fetchWithin(ms: number) {
  return (input: RequestInfo | URL | string, init?: RequestInit): Promise<Response> => {
    const late = AbortSignal.timeout(ms)
    return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, late]) : late })
  }
}

/** Where the server's procedures are, and the header that says who asks. */
export function reachOf({ serverUrl, token }: Session): { url: string; headers: { authorization: string } } {
  return { url: `${serverUrl.replace(/\/$/, '')}/trpc`, headers: { authorization: `Bearer ${token}` } }
}

/** A tRPC client for one session, for all but the live stream. */
function connect(session: Session) {
  const { url, headers } = reachOf(session)
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => isNonJsonSerializable(op.input),
        true: httpLink({ url, headers, fetch: fetchWithin(uploadWithinMs) }),
        false: httpBatchLink({ url, headers, maxItems: 10, fetch: fetchWithin(answerWithinMs) }),
      }),
    ],
  })
}

/** Keeps the client of the last session, so that calls of the same moment travel together. */
export function connector(): (session: Session) => Client {
  let open: { session: Session; client: Client } | null = null
  return (session) => {
    if (open?.session.token !== session.token || open.session.serverUrl !== session.serverUrl) {
      open = { session, client: connect(session) }
    }
    return open.client
  }
}
