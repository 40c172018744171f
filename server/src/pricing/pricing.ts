import type { EngineOffer, Operation, PriceList, PriceTable, Quote, QuoteRequest } from 'shared'
import { creditsPerImage } from 'shared'
import { ToileError } from '../platform/errors.ts'
import type { Wallet } from '../wallet/wallet.ts'

export interface Pricing {
  list(): PriceList
  /** Credits for one image. Quotes and charges both come from here. */
  each(action: { operation: Operation; size: number; engine: string }): number
  quote(accountId: string, request: QuoteRequest): Promise<Quote>
}

/**
 * @param engines in the order in which `auto` tries them
 * @param engineFor the name of the engine that would do it; throws where none can
 * @param requireProject throws where nothing can be made for that project
 */
export function createPricing(deps: {
  prices: PriceTable
  engines: () => EngineOffer[]
  wallet: Wallet
  engineFor: (request: { operation: Operation; engine: string }) => string
  requireProject: (accountId: string, projectId: string) => Promise<void>
}): Pricing {
  const { prices, engines, wallet, engineFor, requireProject } = deps
  const each: Pricing['each'] = (action) => {
    const credits = creditsPerImage(prices, action)
    if (credits === null) throw new ToileError('BAD_REQUEST', { field: 'operation' })
    return credits
  }
  return {
    list: () => ({ ...prices, engines: engines() }),
    each,
    quote: async (accountId, request) => {
      const creditsEach = each({ ...request, engine: engineFor(request) })
      const credits = creditsEach * request.count
      const { projectId, useReserve, overBudget } = request
      if (projectId !== null) await requireProject(accountId, projectId)
      const { balance, from, metered, refusal } = await wallet.preview(accountId, { credits, projectId, useReserve, overBudget })
      const told = refusal === null ? null : { code: refusal.code, details: refusal.details }
      return {
        credits,
        creditsEach,
        priceVersion: prices.version,
        balance,
        balanceAfter: balance.credits - (credits - metered),
        shortfall: refusal?.details.shortfall ?? 0,
        refusal: told,
        from,
      }
    },
  }
}
