import type { Payment, Subscription } from '../../../generated/sqlite/client.ts'
import type { PeriodPayment } from '../../payments/provider.ts'
import type { Tx } from '../../platform/db.ts'
import type { Ids } from '../../platform/ids.ts'

export interface PeriodTerms {
  offerId: string
  version: number
  /** That it pays for, in each cycle. Null where a statement says it. */
  credits: number | null
}

type KnownPayments = ReadonlyMap<string, Payment>

/** The payments of a subscription that have a row, by the provider's reference. */
export async function knownPayments(tx: Tx, { id: subscriptionId }: Pick<Subscription, 'id'>): Promise<KnownPayments> {
  const rows = await tx.payment.findMany({ where: { subscriptionId } })
  return new Map(rows.map((row) => [row.reference, row]))
}

/**
 * Writes what a provider says of a period's payment. A statement of pay-as-you-go is there before its payment is, under the
 * cycle's name. One of no money is none, but for a statement that was told: too little to be charged by itself, it is on the
 * next bill.
 */
export async function writePeriodPayment(
  tx: Tx,
  { ids, now }: { ids: Ids; now: Date },
  { id: subscriptionId, accountId, provider, kind }: Subscription,
  payment: PeriodPayment,
  { terms, checkoutId, known: rows }: { terms: PeriodTerms; checkoutId: string | null; known: KnownPayments },
): Promise<void> {
  const { reference, period, refunded, disputed, lost, receiptUrl, paidAt } = payment
  const { amount, currency } = payment.amount
  const state = payment.givenUp && payment.state !== 'paid' ? 'failed' : payment.state
  const said = { reference, amount, currency, state, refunded, disputed, lost, receiptUrl, paidAt }
  const span = { periodStart: period.start, periodEnd: period.end }
  const known = rows.get(reference) ?? (kind === 'metered' ? await statementsAsOne(tx, subscriptionId, period.start) : null)
  if (amount === 0 && (known === null || !(await isTold(tx, known)))) return
  if (known !== null) {
    const data = { ...said, ...span, checkoutId: known.checkoutId ?? checkoutId }
    if (!isSaid(known, data)) await tx.payment.update({ where: { id: known.id }, data })
    return
  }
  const { offerId, version: offersVersion, credits } = terms
  const owner = { id: ids.next(), accountId, kind, provider, subscriptionId, checkoutId, createdAt: now }
  await tx.payment.create({ data: { ...owner, ...said, ...span, offerId, offersVersion, credits: credits ?? 0 } })
}

async function isTold(tx: Tx, { reference: identifier }: Payment): Promise<boolean> {
  return (await tx.useReport.count({ where: { identifier, sentAt: { not: null } } })) > 0
}

/** Whether a row says it already: of a plan of many years most payments never change again. */
function isSaid(row: Payment, data: Partial<Payment>): boolean {
  return JSON.stringify({ ...row, ...data }) === JSON.stringify(row)
}

/** The statement that a period's payment is for. What was told too late for its own period is charged with it: then it is one. */
async function statementsAsOne(tx: Tx, subscriptionId: string, periodStart: Date): Promise<Payment | null> {
  const where = { subscriptionId, kind: 'metered', periodStart }
  const [first, ...others] = await tx.payment.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  if (first === undefined || others.length === 0) return first ?? null
  await tx.payment.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } })
  const credits = others.reduce((sum, other) => sum + other.credits, first.credits)
  return tx.payment.update({ where: { id: first.id }, data: { credits } })
}
