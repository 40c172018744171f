import type { TestPayment, TestSubscription } from '../../../../../generated/sqlite/client.ts'
import type { SubscriptionFacts } from '../../../provider.ts'
import { tryCharge } from './charges.ts'
import { draftStatement, endAt } from './end.ts'
import { periodFrom } from './periods.ts'
import type { Turn } from './turn.ts'

/** A subscription's state is no row of its own: it follows from what was paid. */
export function standingOf({ endedAt, kind }: TestSubscription, payments: TestPayment[]): SubscriptionFacts['state'] {
  if (endedAt !== null) return 'ended'
  const periodic = payments.filter((payment) => payment.kind === 'period' || payment.kind === 'statement')
  if (kind === 'plan' && periodic.every(({ state }) => state === 'pending')) return 'incomplete'
  const failed = periodic.filter(({ state }) => state === 'failed')
  if (failed.some(({ givenUp }) => givenUp)) return 'unpaid'
  return failed.length > 0 ? 'past_due' : 'active'
}

/** A period's end: the next one begins and is charged, or the subscription ends. Use of pay-as-you-go is billed a little later. */
export async function endPeriod(turn: Turn, subscription: TestSubscription): Promise<void> {
  const { tx } = turn
  const { id, kind, anchor, interval, endsWithPeriod, periodStart, periodEnd: at } = subscription
  if (kind === 'metered') await draftStatement(turn, subscription, { start: periodStart, end: at })
  const payments = await tx.testPayment.findMany({ where: { subscriptionId: id } })
  const paidFor = kind === 'metered' || standingOf(subscription, payments) === 'active'
  if (endsWithPeriod || !paidFor) return endAt(turn, subscription, at)
  const next = periodFrom(anchor, interval, at)
  await tx.testSubscription.update({ where: { id }, data: { periodStart: next.start, periodEnd: next.end } })
  turn.happened('subscription.renewed', id)
  if (kind === 'metered') return
  const { customerId, planId, planVersion, credits, amount, currency } = subscription
  const payment = await tx.testPayment.create({
    data: {
      ...{ id: turn.newId('tpay'), customerId, kind: 'period', subscriptionId: id, state: 'open' },
      ...{ planId, planVersion, credits, amount, currency, createdAt: at },
      ...{ periodStart: next.start, periodEnd: next.end },
    },
  })
  await tryCharge(turn, subscription, payment, at)
}
