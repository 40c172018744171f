import { checkout, checkoutRequest, packList } from 'shared'
import type { Gate } from '../entitlements/gate.ts'
import { memberProcedure, router } from '../trpc.ts'
import type { Checkouts } from './checkouts.ts'
import type { Offers } from './packs.ts'

export const packsRouter = (deps: { offers: Offers; checkouts: Checkouts; gate: Gate }) =>
  router({
    list: memberProcedure.output(packList).query(() => ({ packs: deps.offers.packs, testMode: true })),
    checkout: memberProcedure
      .input(checkoutRequest)
      .output(checkout)
      .mutation(async ({ ctx, input }) => {
        await deps.gate.require(ctx.member)
        return deps.checkouts.start(ctx.member.accountId, input)
      }),
  })
