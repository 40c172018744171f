import type { Payment, Subscription } from '../../generated/sqlite/client.ts'
import type { PeriodPayment } from '../payments/provider.ts'
import type { Tx } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'

export interface PeriodTerms {
  offerId: string
  version: number
  /** That it pays for, in each cycle. Null where a statement says it. */
  credits: number | null
}

/**
 * Writes what a provider says of a period's payment. A statement of pay-as-you-go is there before its payment is, under the
 * cycle's name. One of no money is none.
 */
export async function writePeriodPayment(
  tx: Tx,
  { ids, now }: { ids: Ids; now: Date },
  { id: subscriptionId, accountId, provider, kind }: Subscription,
  payment: PeriodPayment,
  { terms, checkoutId }: { terms: PeriodTerms; checkoutId: string | null },
): Promise<void> {
  if (payment.amount.amount === 0) return
  const { reference, period, refunded, disputed, receiptUrl, paidAt } = payment
  const { amount, currency } = payment.amount
  const state = payment.givenUp && payment.state !== 'paid' ? 'failed' : payment.state
  const said = { reference, amount, currency, state, refunded, disputed, receiptUrl, paidAt }
  const span = { periodStart: period.start, periodEnd: period.end }
  const known =
    (await tx.payment.findUnique({ where: { provider_reference: { provider, reference } } })) ??
    (kind === 'metered' ? await statementOf(tx, subscriptionId, period.start) : null)
  if (known !== null) {
    await tx.payment.update({ where: { id: known.id }, data: { ...said, ...span, checkoutId: known.checkoutId ?? checkoutId } })
    return
  }
  const { offerId, version: offersVersion, credits } = terms
  const owner = { id: ids.next(), accountId, kind, provider, subscriptionId, checkoutId, createdAt: now }
  await tx.payment.create({ data: { ...owner, ...said, ...span, offerId, offersVersion, credits: credits ?? 0 } })
}

function statementOf(tx: Tx, subscriptionId: string, periodStart: Date): Promise<Payment | null> {
  return tx.payment.findFirst({ where: { subscriptionId, kind: 'metered', periodStart } })
}
