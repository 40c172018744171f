import { checkout, checkoutRequest, packList } from 'shared'
import type { Gate } from '../entitlements/gate.ts'
import { memberProcedure, router } from '../trpc.ts'
import type { Checkouts } from './checkouts/checkouts.ts'
import type { Offers } from './offers/offers.ts'
import type { PaymentProvider } from './provider.ts'

export const packsRouter = (deps: {
  offers: Offers
  checkouts: Checkouts
  payments: Pick<PaymentProvider, 'testMode'>
  gate: Gate
}) =>
  router({
    list: memberProcedure.output(packList).query(() => ({ packs: deps.offers.packs, testMode: deps.payments.testMode })),
    checkout: memberProcedure
      .input(checkoutRequest)
      .output(checkout)
      .mutation(async ({ ctx, input: { intentId, packId } }) => {
        await deps.gate.require(ctx.member)
        const { id, credits, price } = deps.offers.pack(packId)
        const thing = { kind: 'pack' as const, id, version: deps.offers.version, credits, price }
        return deps.checkouts.start(ctx.member, { intentId, thing })
      }),
  })
