import { promoRedemption, promoRequest } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Promos } from './promos.ts'

export const promosRouter = (promos: Promos) =>
  router({
    redeem: memberProcedure
      .input(promoRequest)
      .output(promoRedemption)
      .mutation(({ ctx, input }) => promos.redeem(ctx.member, input)),
  })
