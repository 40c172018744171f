import type { EngineOffer, Operation, PriceList, PriceTable, Quote, QuoteRequest } from 'shared'
import { creditsPerImage } from 'shared'
import type { Gate } from '../entitlements/gate.ts'
import type { Member } from '../member.ts'
import { ToileError } from '../platform/errors.ts'
import type { Wallet } from '../wallet/wallet.ts'

export interface Pricing {
  list(): PriceList
  /** Credits for one image. Quotes and charges both come from here. */
  each(action: { operation: Operation; size: number; engine: string }): number
  /** Credits for an image from words, at the smallest size. */
  usual(): number
  quote(member: Member, request: QuoteRequest): Promise<Quote>
}

/**
 * @param engines in the order in which `auto` tries them
 * @param engineFor the name of the engine that would do it; throws where none can
 * @param withWaysOn says what would help, as it is said when the request is refused
 * @param requireProject throws where nothing can be made for that project
 */
export function createPricing(deps: {
  prices: PriceTable
  engines: () => EngineOffer[]
  wallet: Wallet
  gate: Gate
  engineFor: (request: { operation: Operation; engine: string }) => string
  requireProject: (accountId: string, projectId: string) => Promise<void>
  withWaysOn: (accountId: string, refused: { error: ToileError; credits: number }) => Promise<ToileError>
}): Pricing {
  const { prices, engines, wallet, gate, engineFor, requireProject, withWaysOn } = deps
  const each: Pricing['each'] = (action) => {
    const credits = creditsPerImage(prices, action)
    if (credits === null) throw new ToileError('BAD_REQUEST', { field: 'operation' })
    return credits
  }
  return {
    list: () => ({ ...prices, engines: engines() }),
    each,
    usual: () => {
      const operation = 'generate'
      return each({ operation, size: 1024, engine: engineFor({ operation, engine: 'auto' }) })
    },
    quote: async (member, request) => {
      const { accountId } = member
      const creditsEach = each({ ...request, engine: engineFor(request) })
      const credits = creditsEach * request.count
      const { projectId, useReserve, overBudget } = request
      if (projectId !== null) await requireProject(accountId, projectId)
      const { balance, from, metered, refusal } = await wallet.preview(accountId, { credits, projectId, useReserve, overBudget })
      // Whoever may not make it is told so before what it would take: no price is shown as payable.
      const refused = (await gate.refusal(member)) ?? (refusal && (await withWaysOn(accountId, { error: refusal, credits })))
      const told = refused === null ? null : { code: refused.code, details: refused.details }
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
