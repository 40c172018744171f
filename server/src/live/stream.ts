import { type LiveEvent, liveEvent } from 'shared'
import * as z from 'zod'
import type { Alerts } from '../alerts/alerts.ts'
import type { Generations } from '../generations/generations.ts'
import type { Clock } from '../platform/clock.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Bus } from './bus.ts'

export interface LiveDeps {
  bus: Bus
  clock: Clock
  wallet: Wallet
  generations: Generations
  alerts: Alerts
}

/** An event's id is the moment it was told: a stream that comes back is told what changed since. */
const eventMoment = z.coerce.number().int().nonnegative()
/** How far back a connection is told of images that were finished, before now or before its last event. */
const lookBackMs = 60_000

/** What an account's window is told: first how things stand and what changed since `lastEventId`, then every change, until `signal`. */
export async function* liveEvents(
  { bus, clock, wallet, generations, alerts }: LiveDeps,
  accountId: string,
  { lastEventId, signal }: { lastEventId: string | null | undefined; signal: AbortSignal | undefined },
): AsyncGenerator<LiveEvent, void> {
  const seen = eventMoment.safeParse(lastEventId)
  // What changed a moment before it was told is told again: events are whole states, so twice does no harm and never does.
  const since = new Date((seen.success ? seen.data : clock.now().getTime()) - lookBackMs)
  const ended = new AbortController()
  const news = bus.listen(accountId, AbortSignal.any([ended.signal, ...(signal ? [signal] : [])]))
  // Listening starts before the state is read, so that nothing falls between the two.
  const first = news.next()
  try {
    const recent = await generations.recent(accountId, since)
    // Read after them: whatever they were charged is in it.
    const balance = await wallet.balance(accountId)
    yield liveEvent.parse({ type: 'balance', balance })
    for (const generation of recent) yield liveEvent.parse({ type: 'generation', generation, balance })
    yield liveEvent.parse({ type: 'alerts', alerts: await alerts.open(accountId) })
    for (let next = await first; !next.done; next = await news.next()) yield liveEvent.parse(next.value)
  } finally {
    ended.abort()
  }
}
