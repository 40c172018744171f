import type { Stripe } from 'stripe'
import { marks } from './marks.ts'

/**
 * The account's customer. The order is the same each time, so that Stripe's key for it (kept for a day) gives the same one; the
 * address, which may have changed meanwhile, follows by itself. Whoever asks keeps the answer.
 */
export async function makeCustomer(stripe: Stripe, account: { accountId: string; email: string | null }): Promise<string> {
  const { accountId, email } = account
  const metadata = { [marks.account]: accountId }
  const { id } = await stripe.customers.create({ metadata }, { idempotencyKey: `toile-customer-${accountId}` })
  if (email !== null) await stripe.customers.update(id, { email })
  return id
}
