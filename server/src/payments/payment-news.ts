import { type CheckoutState, type PaymentNews, paymentKind } from 'shared'
import type { Checkout } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'

/** What became of a checkout, as it is told to who listens. `expiresAt` is the end of the credits that it brought. */
export function paymentNewsOf(row: Checkout, state: CheckoutState, expiresAt: Date | null): PaymentNews {
  const { id: checkoutId, offerId: packId, credits } = row
  return { checkoutId, kind: paymentKind.parse(row.kind), packId, state, credits, expiresAt: expiresAt?.toISOString() ?? null }
}

/** When the credits end that a checkout's payment brought; null where it brought none. */
export async function endOfWhatCame(db: Db, checkoutId: string): Promise<Date | null> {
  const payments = await db.write.payment.findMany({ where: { checkoutId }, select: { id: true } })
  const lots = await db.write.paidLot.findMany({ where: { paymentId: { in: payments.map(({ id }) => id) } } })
  const { _max } = await db.write.lot.aggregate({
    where: { id: { in: lots.map(({ lotId }) => lotId) } },
    _max: { expiresAt: true },
  })
  return _max.expiresAt
}
