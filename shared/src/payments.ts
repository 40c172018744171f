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
/** Where the designer pays. */
export const checkout = z.object({ id, url: z.url() })
export type Checkout = z.infer<typeof checkout>

/**
 * - `open`: nothing was paid yet. `declined`: nothing was paid, and it may be tried again.
 * - `pending`: agreed to, and the money is on its way; nothing was added yet.
 * - `failed`: agreed to, and the money did not come. It is bought again by another checkout.
 * - `paid`, `cancelled`: for good.
 */
export const checkoutState = z.enum(['open', 'pending', 'paid', 'declined', 'failed', 'cancelled'])
export type CheckoutState = z.infer<typeof checkoutState>

/** What is bought: credits once, a plan's first cycle, the difference to a larger plan, or the use of pay-as-you-go. */
export const paymentKind = z.enum(['pack', 'plan', 'upgrade', 'metered'])
export type PaymentKind = z.infer<typeof paymentKind>

/** What became of a checkout, told over the live stream. */
export const paymentNews = z.object({
  checkoutId: id,
  kind: paymentKind.catch('pack').default('pack'),
  /** The pack or the plan. */
  packId: z.string(),
  state: checkoutState.catch('open'),
  credits,
  expiresAt: moment.nullable(),
})
export type PaymentNews = z.infer<typeof paymentNews>
