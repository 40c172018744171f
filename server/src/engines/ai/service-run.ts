import { setTimeout as pause } from 'node:timers/promises'
import { type EngineJob, isStillWanted, type Ticket } from '../engine.ts'
import { AnswerTooLong, type Fetch } from './bounded-fetch.ts'

/** One image at a service: what its model needs beside what the AI SDK gives it. */
export interface ServiceRun {
  /** A name for this run that no other has. */
  id: string
  job: EngineJob
  /** How the service is reached: patient, and with the time limit of nobody but the caller's signal. */
  fetch: Fetch
  /** The same for what asks and orders nothing, whatever its method. */
  ask: Fetch
  /** The same for an order that gets a number: once it is sent, its answer is waited for a little longer than the caller does. */
  order: Fetch
  progress: (share: number) => void
  ticket: Ticket
  /** Says how the service is told to stop. It is told only where nobody will ask for this image again. */
  onGivenUp: (stop: () => Promise<unknown>) => void
}

/** True where nobody will ask for the image again; false where somebody else goes on with the ticket. */
export function isGivenUp({ aborted, reason }: AbortSignal): boolean {
  return aborted && !isStillWanted(reason)
}

/** A ticket, and whether somebody can ask for the image by it. An order whose number nobody has is asked for by nobody. */
export function numberOf({ kept, keep }: Ticket): { ticket: Ticket; isKept: () => boolean; isLost: () => boolean } {
  let number: 'none' | 'kept' | 'lost' = kept === null ? 'none' : 'kept'
  const ticket: Ticket = {
    kept,
    keep: async (text) => {
      number = 'lost'
      await keep(text)
      number = 'kept'
    },
  }
  return { ticket, isKept: () => number === 'kept', isLost: () => number === 'lost' }
}

/** How long the number of an order on its way is waited for when the caller has gone, in ms. */
const orderGraceMs = 5000

/**
 * A fetch for orders: when the caller goes in the middle, the answer is still taken, since without its number an order could be
 * neither called off nor asked for again.
 */
export function outlastingFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const caller = init?.signal
    if (!caller) return fetch(input, init)
    caller.throwIfAborted()
    const end = new AbortController()
    let late: NodeJS.Timeout | null = null
    const gone = () => {
      late = setTimeout(() => end.abort(caller.reason), orderGraceMs)
    }
    caller.addEventListener('abort', gone, { once: true })
    try {
      const response = await fetch(input, { ...init, signal: end.signal })
      return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers })
    } finally {
      caller.removeEventListener('abort', gone)
      if (late !== null) clearTimeout(late)
    }
  }
}

/** How often and how long a request is repeated. */
export interface Patience {
  /** Tries after the first. */
  retries: number
  /** A service that asks to wait longer is not waited for, in ms. */
  longestWaitMs: number
  /** Nothing is ordered: every request may be repeated, and not only those by GET. */
  asksOnly?: boolean
}

/** Wait before the first retry, in ms; doubled for each further one. */
const firstWaitMs = 500

/**
 * A fetch that tries again where the service is busy (429) or broken (5xx), after as long as its answer says, and where it was
 * not reached at all. Other answers are final. A request that was cut off is only repeated where it asks and does not order.
 */
export function patientFetch(fetch: Fetch, { retries, longestWaitMs, asksOnly = false }: Patience): Fetch {
  return async (input, init) => {
    const asks = asksOnly || isQuestion(init)
    for (let tried = 0; ; tried++) {
      const last = tried >= retries
      try {
        const response = await wholly(await fetch(input, init), asks)
        const waitMs = waitAsked(response) ?? firstWaitMs * 2 ** tried
        if (last || !isPassing(response.status, asks) || waitMs > longestWaitMs) return response
        await response.body?.cancel()
        await pause(waitMs, undefined, signalOf(init))
      } catch (error) {
        init?.signal?.throwIfAborted()
        const harmless = wasNotReached(error) || (asks && !(error instanceof AnswerTooLong))
        if (last || !harmless) throw error
        await pause(firstWaitMs * 2 ** tried, undefined, signalOf(init))
      }
    }
  }
}

/** An answer to a question, read to its end: one that is cut off in the middle counts as none. */
async function wholly(response: Response, asks: boolean): Promise<Response> {
  if (!asks || response.status !== 200) return response
  return new Response(await response.arrayBuffer(), { status: response.status, headers: response.headers })
}

const isQuestion = (init: RequestInit | undefined) => (init?.method ?? 'GET') === 'GET'
const signalOf = (init: RequestInit | undefined) => (init?.signal ? { signal: init.signal } : {})
/** A gateway that would not wait longer (504, Cloudflare's 524) leaves the service at work on an order: a second one would be bought. */
const isPassing = (status: number, asks: boolean) =>
  status === 429 || (status >= 500 && (asks || (status !== 504 && status !== 524)))

/** What `retry-after-ms` or `retry-after` (seconds, or a date beside the answer's own) asks for, in ms. */
function waitAsked({ headers }: Response): number | null {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '')
  if (exact >= 0) return exact
  const after = headers.get('retry-after') ?? ''
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000
  const until = Date.parse(after) - Date.parse(headers.get('date') ?? '')
  return until >= 0 ? until : null
}

/** True where no request can have arrived: then nothing was ordered. */
function wasNotReached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'UND_ERR_CONNECT_TIMEOUT'
}
