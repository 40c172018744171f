import { priceList, quote, quoteRequest } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Pricing } from './pricing.ts'

export const pricingRouter = (pricing: Pricing) =>
  router({
    list: memberProcedure.output(priceList).query(() => pricing.list()),
    quote: memberProcedure
      .input(quoteRequest)
      .output(quote)
      .query(({ ctx, input }) => pricing.quote(ctx.member, input)),
  })
