import type { Stripe } from 'stripe'
import { found } from './errors.ts'
import { marks } from './marks.ts'

/**
 * The account's customer. The order is the same each time, so that Stripe's key for it (kept for a day) gives the same one; the
 * address, which may have changed meanwhile, follows by itself. Whoever asks keeps the answer.
 */
export async function makeCustomer(
  stripe: Stripe,
  { accountId, email, gone }: { accountId: string; email: string | null; gone?: string },
): Promise<string> {
  const metadata = { [marks.account]: accountId }
  const idempotencyKey = `toile-customer-${accountId}${gone === undefined ? '' : `-after-${gone}`}`
  const { id } = await stripe.customers.create({ metadata }, { idempotencyKey })
  if (email !== null) await stripe.customers.update(id, { email })
  return id
}

/** With it go the address, cards and subscriptions. Its payments stay in Stripe's books, and can still be given back. */
export async function forgetCustomer(stripe: Stripe, customer: string): Promise<void> {
  await found(stripe.customers.del(customer))
}
