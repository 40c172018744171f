import { tracked } from '@trpc/server'
import { liveEvent, liveRequest } from 'shared'
import * as z from 'zod'
import type { Alerts } from '../alerts/alerts.ts'
import type { Generations } from '../generations/generations.ts'
import type { Clock } from '../platform/clock.ts'
import { memberProcedure, router } from '../trpc.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Bus } from './bus.ts'

/** An event's id is the moment it was told: a stream that comes back is told what changed since. */
const eventMoment = z.coerce.number().int().nonnegative()
/** How far back a connection is told of images that were finished, before now or before its last event. */
const lookBackMs = 60_000

interface LiveDeps {
  bus: Bus
  clock: Clock
  wallet: Wallet
  generations: Generations
  alerts: Alerts
}

export const liveRouter = (deps: LiveDeps) =>
  router({
    events: memberProcedure.input(liveRequest).subscription(async function* ({ ctx, input, signal }) {
      const { accountId } = ctx.member
      const told = () => String(deps.clock.now().getTime())
      const seen = eventMoment.safeParse(input?.lastEventId)
      // What changed a moment before it was told is told again: events are whole states, so twice does no harm and never does.
      const since = new Date((seen.success ? seen.data : deps.clock.now().getTime()) - lookBackMs)
      const ended = new AbortController()
      const news = deps.bus.listen(accountId, AbortSignal.any([ended.signal, ...(signal ? [signal] : [])]))
      // Listening starts before the state is read, so that nothing falls between the two.
      const first = news.next()
      try {
        yield tracked(told(), liveEvent.parse({ type: 'balance', balance: await deps.wallet.balance(accountId) }))
        for (const generation of await deps.generations.recent(accountId, since)) {
          yield tracked(told(), liveEvent.parse({ type: 'generation', generation }))
        }
        yield tracked(told(), liveEvent.parse({ type: 'alerts', alerts: await deps.alerts.open(accountId) }))
        for (let next = await first; !next.done; next = await news.next()) yield tracked(told(), liveEvent.parse(next.value))
      } finally {
        ended.abort()
      }
    }),
  })
