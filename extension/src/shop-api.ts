import * as shared from 'shared'
import type * as z from 'zod'
import { throughWorker } from './api'
import { caller } from './caller'
import type { SessionSource } from './connection'

/** What concerns money, as `createApi` has the rest: apart from it, since the worker buys nothing and need not carry it. */
function createShopApi(sessions: SessionSource) {
  const call = caller(sessions)

  return {
    packs: () => call(shared.packList, (c) => c.packs.list.query()),
    checkout: (request: z.input<typeof shared.checkoutRequest>) => call(shared.checkout, (c) => c.packs.checkout.mutate(request)),
    plans: () => call(shared.planList, (c) => c.plans.list.query()),
    subscribe: (request: shared.PlanRequest) => call(shared.checkout, (c) => c.plans.subscribe.mutate(request)),
    previewPlan: (planId: string) => call(shared.planChangePreview, (c) => c.plans.preview.query({ planId })),
    changePlan: (request: shared.PlanChangeRequest) => call(shared.planChange, (c) => c.plans.change.mutate(request)),
    cancelPlan: () => call(shared.planList, (c) => c.plans.cancel.mutate()),
    resumePlan: () => call(shared.planList, (c) => c.plans.resume.mutate()),
    enableMetered: (request: shared.MeteredEnableRequest) =>
      call(shared.meteredEnabling, (c) => c.metered.enable.mutate(request)),
    setCap: (request: shared.MeteredCapRequest) => call(shared.meteredStanding, (c) => c.metered.setCap.mutate(request)),
    disableMetered: () => call(shared.meteredStanding, (c) => c.metered.disable.mutate()),
    payments: (page: z.input<typeof shared.paymentHistoryRequest> = {}) =>
      call(shared.paymentPage, (c) => c.payments.history.query(page)),
    receipt: (request: z.input<typeof shared.paymentReceiptRequest>) =>
      call(shared.paymentFile, (c) => c.payments.receipt.query(request)),
    exportPayments: (request: z.input<typeof shared.paymentExportRequest> = {}) =>
      call(shared.paymentFile, (c) => c.payments.export.query(request)),
    portal: () => call(shared.paymentPortal, (c) => c.payments.portal.mutate()),
    redeem: (request: shared.PromoRequest) => call(shared.promoRedemption, (c) => c.promos.redeem.mutate(request)),
  }
}

/** Where the extension's pages buy. Throws `ApiError`. */
export const shopApi = createShopApi(throughWorker)
