import type { Checkout } from '../../../generated/sqlite/client.ts'
import { monthsAfter } from '../../platform/months.ts'
import { type CompanionWriter, companion } from '../../wallet/companion.ts'
import { paymentNewsOf } from '../payment-news.ts'
import type { CheckoutDeps } from './deps.ts'

interface Purchase {
  checkoutId: string
  paymentId: string
  accountId: string
  lotId: string
  paidAt: Date
}

const purchases: CompanionWriter<Purchase> = {
  write: async (tx, rows) => {
    for (const { checkoutId, paymentId, accountId, lotId, paidAt } of rows) {
      // Counts as a reading: whoever asked the provider before the money came must not write what it was told.
      const paid = { state: 'paid', finishedAt: paidAt, lookAt: null, readings: { increment: 1 } }
      await tx.checkout.update({ where: { id: checkoutId }, data: paid })
      await tx.paidLot.create({ data: { lotId, paymentId, accountId } })
    }
  },
}

/** Grants what a pack brings, once, good from the moment of payment. Whoever grants it tells it. */
export async function grantPack(
  { clock, ids, wallet, onNews }: Pick<CheckoutDeps, 'clock' | 'ids' | 'wallet' | 'onNews'>,
  row: Checkout,
  payment: { id: string; paidAt: Date | null },
): Promise<void> {
  const { id: checkoutId, accountId, offerId, credits } = row
  const lotId = ids.next()
  const paidAt = payment.paidAt ?? clock.now()
  const expiresAt = monthsAfter(paidAt, row.validMonths ?? 12)
  const lot = { lotId, kind: 'pack' as const, label: String(credits), credits, expiresAt: expiresAt.getTime() }
  const purchase = { checkoutId, paymentId: payment.id, accountId, lotId, paidAt }
  const granted = await wallet.grant(
    { accountId, key: `pack:${checkoutId}`, reference: offerId, ...lot },
    companion(purchases, purchase),
  )
  if (granted.lotId === lotId) onNews(accountId, paymentNewsOf(row, 'paid', expiresAt))
}
