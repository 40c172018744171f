import * as z from 'zod'
import { credits } from './credits.ts'
import { errorCode, wireError } from './errors.ts'
import { consents, engineChoice, engineOffer, imageCount, imageSize, type Operation, operation } from './generation.ts'
import { balance, payingLot } from './wallet.ts'

/** One row of a price list; the first row that matches decides. A missing field matches everything. */
export const price = z.object({
  operation: operation.optional(),
  engine: z.string().optional(),
  /** Longest edge in px up to which the row holds. */
  upTo: z.int().positive().optional(),
  /** Credits for one image. */
  credits,
})

/** The published table of what an image costs. A new version replaces it; a version never changes. */
export const priceTable = z.object({ version: z.int().positive(), prices: z.array(price).min(1) })
export type PriceTable = z.infer<typeof priceTable>

/** The table with the server's engines, in the order in which `auto` tries them: together they price an action beforehand. */
export const priceList = priceTable.extend({ engines: z.array(engineOffer).default([]) })
export type PriceList = z.infer<typeof priceList>

export const quoteRequest = z.strictObject({
  operation,
  count: imageCount,
  size: imageSize,
  engine: engineChoice.default('auto'),
  ...consents,
})
export type QuoteRequest = z.infer<typeof quoteRequest>

/** What an action would cost now, by the same code that will charge it. */
export const quote = z.object({
  credits,
  creditsEach: credits,
  priceVersion: z.int().positive(),
  balance,
  /**
   * What it leaves of the balance, with the designer's yes where it needs one; below zero where credits are missing. What
   * pay-as-you-go pays does not come off it.
   */
  balanceAfter: z.int(),
  /** Credits missing; 0 where there are enough, even if a reserve, a budget or a debt stands in the way: see `refusal`. */
  shortfall: credits,
  /** Why it would be refused as asked, or null: a reserve or a budget can be passed with the designer's yes. */
  refusal: wireError
    .extend({ code: errorCode.catch('INTERNAL') })
    .nullable()
    .default(null),
  /** Which lots pay, in burn order. */
  from: z.array(payingLot),
})
export type Quote = z.infer<typeof quote>

/** Credits for one image by this table, or null where it has no row for it. `engine` is a name, not `auto`. */
export function creditsPerImage(
  table: PriceTable,
  action: { operation: Operation; size: number; engine: string },
): number | null {
  const row = table.prices.find(
    (p) =>
      (p.operation === undefined || p.operation === action.operation) &&
      (p.engine === undefined || p.engine === action.engine) &&
      (p.upTo === undefined || action.size <= p.upTo),
  )
  return row?.credits ?? null
}

/** Credits for one image by the engine that `auto` would take, or null where that cannot be known from this list. */
export function usualCreditsPerImage(list: PriceList, action: { operation: Operation; size: number }): number | null {
  const engine = list.engines.find(({ operations }) => operations.includes(action.operation))
  return engine === undefined ? null : creditsPerImage(list, { ...action, engine: engine.name })
}
