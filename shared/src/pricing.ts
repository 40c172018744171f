import * as z from 'zod'
import { credits } from './credits.ts'
import { errorCode, wireError } from './errors.ts'
import { consents, engineChoice, imageCount, imageSize, type Operation, operation } from './generation.ts'
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
export const priceList = z.object({ version: z.int().positive(), prices: z.array(price).min(1) })
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

/** Credits for one image by this list, or null where the list has no row for it. */
export function creditsPerImage(list: PriceList, action: { operation: Operation; size: number; engine: string }): number | null {
  const row = list.prices.find(
    (p) =>
      (p.operation === undefined || p.operation === action.operation) &&
      (p.engine === undefined || p.engine === action.engine) &&
      (p.upTo === undefined || action.size <= p.upTo),
  )
  return row?.credits ?? null
}
