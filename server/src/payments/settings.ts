import { resolve } from 'node:path'
import * as z from 'zod'
import { ConfigError, filled, yesOrNo } from '../platform/settings.ts'
import { isTestKey, type StripeSettings, stripeSettings, stripeVariables } from './providers/stripe/settings.ts'

/** Who takes the money. */
export type PaymentSettings =
  /** Nobody: nothing is for sale. */
  | { kind: 'none' }
  | { kind: 'stripe'; stripe: StripeSettings }
  /** Nobody either, and credits are given all the same: for trying things out, `anywhere` also from other machines. */
  | { kind: 'test-checkout'; anywhere: boolean }

export const paymentVariables = z.object({
  /** Who takes the money: Stripe with its key, else the test checkout. `none` sells nothing. */
  TOILE_PAYMENTS: z.enum(['stripe', 'test-checkout', 'none']).optional(),
  ...stripeVariables.shape,
  /** A file with what is for sale. */
  TOILE_OFFERS: filled('a file')
    .transform((file) => resolve(file))
    .optional(),
  /** Serve the test checkout beyond this machine: no money moves there. */
  TOILE_TEST_CHECKOUT: yesOrNo.default(false),
})

/** Chosen by what is set; said outright, it must agree with that. */
export function paymentSettings(set: z.infer<typeof paymentVariables>, production: boolean): PaymentSettings {
  const stripe = stripeSettings(set)
  const { TOILE_PAYMENTS: chosen = stripe === null ? 'test-checkout' : 'stripe' } = set
  if (stripe !== null && chosen !== 'stripe')
    throw new ConfigError(`Setting TOILE_PAYMENTS is ${chosen}, and TOILE_STRIPE_SECRET_KEY is set: leave one of them out.`)
  if (chosen === 'none') return { kind: 'none' }
  if (chosen === 'test-checkout') {
    if (production)
      throw new ConfigError(`NODE_ENV is production, where the test checkout would give credits away: ${realPayments}.`)
    return { kind: 'test-checkout', anywhere: set.TOILE_TEST_CHECKOUT }
  }
  if (stripe === null) throw new ConfigError('Setting TOILE_PAYMENTS is stripe: set TOILE_STRIPE_SECRET_KEY, too.')
  if (production && isTestKey(stripe))
    throw new ConfigError(
      `NODE_ENV is production, and TOILE_STRIPE_SECRET_KEY is a test key, which takes no money: ${realPayments}.`,
    )
  return { kind: 'stripe', stripe }
}

const realPayments = 'set TOILE_STRIPE_SECRET_KEY to a live key, or TOILE_PAYMENTS=none to sell nothing'
