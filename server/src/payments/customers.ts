import type { Member } from '../member.ts'
import type { Db } from '../platform/db.ts'
import { NoSuchCustomer, type PaymentProvider } from './provider.ts'

interface CustomersDeps {
  db: Db
  provider: PaymentProvider
}

type Payer = Pick<Member, 'accountId' | 'email'>

/**
 * Asks the payment provider something as the member's customer. One that was deleted there is followed by another one, so that
 * the account can go on buying. Throws `ProviderError`.
 */
export async function asCustomer<Answer>(
  deps: CustomersDeps,
  payer: Payer,
  ask: (customer: string) => Promise<Answer>,
): Promise<Answer> {
  const customer = await customerOf(deps, payer)
  try {
    return await ask(customer)
  } catch (error) {
    if (!(error instanceof NoSuchCustomer)) throw error
    return ask(await customerOf(deps, payer, customer))
  }
}

/**
 * Who the account is at the provider; made there at the first purchase.
 * @param gone who it was, and is there no more
 */
async function customerOf({ db, provider }: CustomersDeps, { accountId, email }: Payer, gone?: string): Promise<string> {
  const key = { provider: provider.name, accountId }
  const where = { provider_accountId: key }
  const known = await db.write.customer.findUnique({ where })
  if (known !== null && known.reference !== gone) return known.reference
  const reference = await provider.customer({ accountId, email, ...(gone === undefined ? {} : { gone }) })
  if (gone !== undefined) await db.write.customer.updateMany({ where: { ...key, reference: gone }, data: { reference } })
  const row = await db.write.customer.upsert({ where, create: { ...key, reference }, update: key })
  return row.reference
}
