import type { Subscription } from '../../../generated/sqlite/client.ts'
import { evenLots, undoneOf } from '../../payments/paid-lots.ts'
import type { PlansDeps } from '../deps.ts'
import { type Reading, Superseded, writeAs } from './reading.ts'

/**
 * Claws back each lot of a plan as far as its payment is undone, or gives back what is not any more: all lots of a payment by
 * the same fraction. A payment that failed for good is undone as a whole until it is paid after all.
 * @param unpaid references of those payments
 */
export async function evenPlanLots(
  deps: Pick<PlansDeps, 'db' | 'wallet'>,
  { row, reading, unpaid }: { row: Subscription; reading: Reading; unpaid: ReadonlySet<string> },
): Promise<void> {
  const { db } = deps
  // What this reading wrote, under this reading's number: a newer one may have begun by now, and not written yet.
  const { payments, lots } = await writeAs(db, reading, async (tx) => {
    const written = await tx.payment.findMany({ where: { subscriptionId: row.id, kind: { in: ['plan', 'upgrade'] } } })
    const paymentId = { in: written.map(({ id }) => id) }
    return { payments: written, lots: await tx.paidLot.findMany({ where: { paymentId } }) }
  })
  for (const payment of payments) {
    const isUnpaid = unpaid.has(payment.reference)
    const undone = isUnpaid ? payment.amount : undoneOf(payment)
    if (!lots.some((lot) => lot.paymentId === payment.id && lot.undone !== undone)) continue
    if (!(await evenLots(deps, payment, { unpaid: isUnpaid }))) throw new Superseded('a newer reading has begun')
  }
}
