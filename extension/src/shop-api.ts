import * as shared from 'shared'
import type * as z from 'zod'
import { throughWorker } from './api'
import { caller } from './caller'
import type { SessionSource } from './connection'

/** What concerns money, as `createApi` has the rest: apart from it, since the worker buys nothing and need not carry it. */
export function createShopApi(sessions: SessionSource) {
  const call = caller(sessions)

  return {
    packs: () => call(shared.packList, (c) => c.packs.list.query()),
    checkout: (request: z.input<typeof shared.checkoutRequest>) => call(shared.checkout, (c) => c.packs.checkout.mutate(request)),
  }
}

/** Where the extension's pages buy. Throws `ApiError`. */
export const shopApi = createShopApi(throughWorker)
