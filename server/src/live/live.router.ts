import { tracked } from '@trpc/server'
import { liveRequest } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import { type LiveDeps, liveEvents } from './stream.ts'

export const liveRouter = (deps: LiveDeps) =>
  router({
    events: memberProcedure.input(liveRequest).subscription(async function* ({ ctx, input, signal }) {
      const events = liveEvents(deps, ctx.member.accountId, { lastEventId: input?.lastEventId, signal })
      for await (const event of events) yield tracked(String(deps.clock.now().getTime()), event)
    }),
  })
