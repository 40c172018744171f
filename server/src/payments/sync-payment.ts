import type { Db } from '../platform/db.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { evenLots } from './paid-lots.ts'
import type { PaymentFacts, PaymentProvider } from './provider.ts'
import { untilNewest } from './readings.ts'

/** The part of a payment's row that the provider decides. */
export function rowOf({ state, amount, paidAt, refunded, disputed, lost, receiptUrl }: PaymentFacts) {
  return { state, amount: amount.amount, currency: amount.currency, paidAt, refunded, disputed, lost, receiptUrl }
}

/** Reads a payment of ours back, and brings its row and its lots to what the provider says now. Throws `ProviderError`. */
export async function syncPayment(
  deps: { db: Db; wallet: Wallet; provider: PaymentProvider },
  { id, reference }: { id: string; reference: string },
): Promise<void> {
  const { db, provider } = deps
  await untilNewest(`payment ${id}`, async () => {
    const { readings } = await db.write.payment.update({ where: { id }, data: { readings: { increment: 1 } } })
    const data = rowOf(await provider.readPayment(reference))
    const { count } = await db.write.payment.updateMany({ where: { id, readings }, data })
    return count === 1 && (await evenLots(deps, { id, readings, ...data }))
  })
}
