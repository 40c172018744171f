import type { Member } from '../member.ts'
import type { Db } from '../platform/db.ts'
import type { PaymentProvider } from './provider.ts'

/** Who the member's account is at the payment provider; made there at the first purchase. Throws `ProviderError`. */
export async function customerOf(
  { db, provider }: { db: Db; provider: PaymentProvider },
  { accountId, email }: Pick<Member, 'accountId' | 'email'>,
): Promise<string> {
  const key = { provider: provider.name, accountId }
  const where = { provider_accountId: key }
  const known = await db.write.customer.findUnique({ where })
  if (known !== null) return known.reference
  const reference = await provider.customer({ accountId, email })
  const row = await db.write.customer.upsert({ where, create: { ...key, reference }, update: key })
  return row.reference
}
