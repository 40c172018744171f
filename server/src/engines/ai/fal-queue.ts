import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import type { Fetch } from './bounded-fetch.ts'
import { ServiceError } from './service-error.ts'
import type { ServiceRun } from './service-run.ts'
import { orderingOnce } from './tickets.ts'

const place = z.object({ status_url: z.url(), response_url: z.url(), cancel_url: z.url() })
const standing = z.object({ status: z.string() })

/** Time between two questions how far it is, in ms. */
const betweenMs = 500

/**
 * fal's queue behind the one call that the AI SDK makes: the order gets a number that is kept, and its answer is fetched when it
 * is there. Without it the connection would be all there is of an order.
 */
export function falQueue(service: string, run: ServiceRun): Fetch {
  const order = orderingOnce({ isOrder: () => true, cancel: cancelOf }, service, run)
  return async (input, init) => {
    if (init?.method !== 'POST') return run.fetch(input, init)
    const ordered = await order(input, init)
    if (!ordered.ok) return ordered
    const { status_url, response_url } = place.parse(await ordered.json())
    const { origin } = new URL(input instanceof Request ? input.url : String(input))
    const asking: RequestInit = { headers: init.headers ?? {}, signal: init.signal ?? null }
    for (;;) {
      const asked = await run.fetch(sameOrigin(status_url, origin), asking)
      if (!asked.ok) throw new ServiceError(asked.status, await asked.text())
      if (standing.parse(await asked.json()).status === 'COMPLETED') return run.fetch(sameOrigin(response_url, origin), asking)
      await pause(betweenMs, undefined, init.signal ? { signal: init.signal } : {})
    }
  }
}

function cancelOf(answer: unknown): { url: string; method: 'PUT' } | null {
  const { data } = place.safeParse(answer)
  return data === undefined ? null : { url: data.cancel_url, method: 'PUT' }
}

/** The key goes nowhere but where the order went. */
function sameOrigin(url: string, origin: string): string {
  if (new URL(url).origin !== origin) throw new ServiceError(502, 'The queue named another host')
  return url
}
