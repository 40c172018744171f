import type { TestSubscription } from '../../../../../generated/sqlite/client.ts'
import type { Period } from './periods.ts'
import type { Turn } from './turn.ts'

/** How long a statement waits for the use of its period to be told, in ms: as long as payment services do. */
const statementWaitMs = 3_600_000

/** Nothing is charged any more but use that there was. */
export async function endNow(turn: Turn, subscription: TestSubscription): Promise<void> {
  const { now: end } = turn
  if (subscription.endedAt !== null) return
  if (subscription.kind === 'metered') await draftStatement(turn, subscription, { start: subscription.periodStart, end })
  await endAt(turn, subscription, end)
}

/** From a moment on there is no subscription. */
export async function endAt({ tx, happened }: Turn, { id }: TestSubscription, at: Date): Promise<void> {
  await tx.testSubscription.update({ where: { id }, data: { endedAt: at } })
  // A renewal that failed is not tried any more; it may still be paid by hand.
  await tx.testPayment.updateMany({
    where: { subscriptionId: id, kind: 'period', state: { in: ['open', 'failed'] } },
    data: { givenUp: true, tryAt: null },
  })
  happened('subscription.ended', id)
}

/** The use of a period is billed when its last has been told. */
export async function draftStatement(turn: Turn, subscription: TestSubscription, { start, end }: Period): Promise<void> {
  const { id: subscriptionId, customerId, currency } = subscription
  await turn.tx.testPayment.create({
    data: {
      ...{ id: turn.newId('tpay'), customerId, kind: 'statement', subscriptionId, state: 'draft' },
      ...{ credits: 0, amount: 0, currency, createdAt: end },
      ...{ periodStart: start, periodEnd: end, tryAt: new Date(end.getTime() + statementWaitMs) },
    },
  })
}
