import { checkout, checkoutRequest, packList } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Checkouts } from './checkouts.ts'
import type { Offers } from './packs.ts'

export const packsRouter = (deps: { offers: Offers; checkouts: Checkouts }) =>
  router({
    list: memberProcedure.output(packList).query(() => ({ packs: deps.offers.packs, testMode: true })),
    checkout: memberProcedure
      .input(checkoutRequest)
      .output(checkout)
      .mutation(({ ctx, input }) => deps.checkouts.start(ctx.member.accountId, input)),
  })
