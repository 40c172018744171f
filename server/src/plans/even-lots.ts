import type { Subscription } from '../../generated/sqlite/client.ts'
import { evenLots, undoneOf } from '../payments/paid-lots.ts'
import type { PlansDeps } from './deps.ts'
import { Superseded } from './reading.ts'

/**
 * Claws back each lot of a plan as far as its payment is undone, or gives back what is not any more: all lots of a payment by
 * the same fraction. A payment that failed for good is undone as a whole until it is paid after all.
 * @param unpaid references of those payments
 */
export async function evenPlanLots(
  deps: Pick<PlansDeps, 'db' | 'wallet'>,
  { id: subscriptionId }: Subscription,
  unpaid: ReadonlySet<string>,
): Promise<void> {
  const payments = await deps.db.write.payment.findMany({ where: { subscriptionId, kind: { in: ['plan', 'upgrade'] } } })
  for (const payment of payments) {
    const undone = unpaid.has(payment.reference) ? payment.amount : undoneOf(payment)
    if (!(await evenLots(deps, payment, undone))) throw new Superseded('a newer reading has begun')
  }
}
