import { tracked } from '@trpc/server'
import { liveEvent, liveRequest } from 'shared'
import * as z from 'zod'
import type { Generations } from '../generations/generations.ts'
import type { Clock } from '../platform/clock.ts'
import { memberProcedure, router } from '../trpc.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Bus } from './bus.ts'

/** An event's id is the moment it was told: a stream that comes back is told what changed since. */
const eventMoment = z.coerce.number().int().nonnegative()
/** What a first connection is told: images that were finished in the last minute. */
const lookBackMs = 60_000

export const liveRouter = (deps: { bus: Bus; clock: Clock; wallet: Wallet; generations: Generations }) =>
  router({
    events: memberProcedure.input(liveRequest).subscription(async function* ({ ctx, input, signal }) {
      const { accountId } = ctx.member
      const told = () => String(deps.clock.now().getTime())
      const seen = eventMoment.safeParse(input?.lastEventId)
      const since = new Date(seen.success ? seen.data : deps.clock.now().getTime() - lookBackMs)
      // Listening starts before the state is read, so that nothing falls between the two.
      const news = deps.bus.listen(accountId, signal ?? new AbortController().signal)
      const first = news.next()
      yield tracked(told(), liveEvent.parse({ type: 'balance', balance: await deps.wallet.balance(accountId) }))
      for (const generation of await deps.generations.recent(accountId, since)) {
        yield tracked(told(), liveEvent.parse({ type: 'generation', generation }))
      }
      for (let next = await first; !next.done; next = await news.next()) yield tracked(told(), liveEvent.parse(next.value))
    }),
  })
