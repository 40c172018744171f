import * as z from 'zod'
import { credits, id, moment } from './credits.ts'

/** An amount of money in the currency's smallest unit (cents). */
export const money = z.object({ amount: z.int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof money>

/** Credits bought once, good for `validMonths` from the day of purchase. */
export const pack = z.object({ id: z.string(), credits: credits.positive(), price: money, validMonths: z.int().positive() })
export type Pack = z.infer<typeof pack>

export const packList = z.object({
  packs: z.array(pack),
  /** True while no real money can move. */
  testMode: z.boolean(),
})
export type PackList = z.infer<typeof packList>

export const checkoutRequest = z.strictObject({ intentId: id, packId: z.string().max(40) })
export const checkout = z.object({ id, url: z.url() })
export type Checkout = z.infer<typeof checkout>

export const checkoutState = z.enum(['open', 'paid', 'declined', 'cancelled'])
export type CheckoutState = z.infer<typeof checkoutState>

/** What became of a checkout, told over the live stream. */
export const paymentNews = z.object({
  checkoutId: id,
  packId: z.string(),
  state: checkoutState,
  credits,
  expiresAt: moment.nullable(),
})
export type PaymentNews = z.infer<typeof paymentNews>
