import * as z from 'zod'
import { ToileError } from '../../platform/errors.ts'
import type { Fetch } from './bounded-fetch.ts'
import type { ServiceRun } from './service-run.ts'

/** How a service takes an order and gives a number for it, to be asked by until the image is there. */
export interface Ordering {
  /** Whether a POST is the order; the others ask how it goes. */
  isOrder(url: string): boolean
  /** Headers that make the answer come at once instead of with the image. */
  headers?: Record<string, string>
  /** How to say that the image is not wanted any more, by the answer to the order. */
  cancel?(answer: unknown): { url: string; method: 'POST' | 'PUT' } | null
}

const ticketOf = z.object({ service: z.string(), answer: z.record(z.string(), z.json()) })
const told = z.record(z.string(), z.json())

/** Most characters that are kept of the answer to an order. A longer one is no number, but the picture itself. */
const longestTicket = 20_000

/** How long a service may take to hear that an image is not wanted any more, in ms. */
export const stopMs = 3000

/**
 * A fetch that keeps the answer to an order before it passes it on, and answers an order that was placed before a crash with what
 * was kept: the AI SDK goes on asking as if it had just ordered, and nothing is bought twice.
 * @param service whose ticket it is; a ticket of another one, from other settings, is not used
 */
export function orderingOnce(ordering: Ordering, service: string, run: ServiceRun): Fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (init?.method !== 'POST' || !ordering.isOrder(url)) return watched(await run.ask(input, init), run)
    const headers = { ...Object.fromEntries(new Headers(init.headers)), ...ordering.headers }
    const stopsAt = (answer: unknown) => {
      const cancel = ordering.cancel?.(answer) ?? null
      // The address comes from the answer: the key goes nowhere but where the order went.
      if (cancel === null || new URL(cancel.url).origin !== new URL(url).origin) return
      run.onGivenUp(() => run.fetch(cancel.url, { method: cancel.method, headers, signal: AbortSignal.timeout(stopMs) }))
    }
    const kept = keptAnswer(run.ticket.kept, service)
    if (kept !== null) {
      stopsAt(kept)
      return Response.json(kept)
    }
    const response = await run.order(input, { ...init, headers })
    if (!response.ok || !isJson(response)) return response
    const answer = told.safeParse(await response.json())
    if (!answer.success) return Response.json(null)
    stopsAt(answer.data)
    const ticket = JSON.stringify({ service, answer: answer.data })
    if (ticket.length <= longestTicket) await run.ticket.keep(ticket)
    return Response.json(answer.data)
  }
}

function keptAnswer(kept: string | null, service: string): z.infer<typeof told> | null {
  if (kept === null) return null
  const ticket = ticketOf.safeParse(JSON.parse(kept))
  return ticket.success && ticket.data.service === service ? ticket.data.answer : null
}

const standing = z.object({ status: z.string().optional(), progress: z.number().min(0).max(1).nullish() })

/** Takes from an answer what the AI SDK passes over: how far it is, and that it will not be made, for which the SDK would ask on. */
async function watched(response: Response, run: ServiceRun): Promise<Response> {
  if (!response.ok || !isJson(response)) return response
  const answer: unknown = await response.json()
  const { data } = standing.safeParse(answer)
  if (data?.status !== undefined && /moderated/i.test(data.status)) {
    throw new ToileError('MODERATED', { categories: [data.status.toLowerCase()] })
  }
  if (typeof data?.progress === 'number') run.progress(data.progress)
  return Response.json(answer)
}

const isJson = ({ headers }: Response) => headers.get('content-type')?.includes('json') === true
