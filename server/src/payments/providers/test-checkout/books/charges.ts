import type { TestPayment, TestSubscription } from '../../../../../generated/sqlite/client.ts'
import { endAt } from './end.ts'
import { refused, type Turn } from './turn.ts'

const dayMs = 86_400_000

/** Days to wait after each try that failed; then it is given up, two weeks after the first. */
const waits = [1, 2, 4, 7]

/** A statement is billed now, or a charge that failed is tried once more. */
export async function billOrTryAgain(turn: Turn, payment: TestPayment, at: Date): Promise<void> {
  const subscription = await turn.tx.testSubscription.findUniqueOrThrow({ where: { id: payment.subscriptionId ?? '' } })
  if (payment.state === 'draft') await bill(turn, subscription, payment, at)
  else await tryCharge(turn, subscription, payment, at)
}

/** Charges what a renewal or a statement asks, as somebody set that it should go. */
export async function tryCharge(turn: Turn, subscription: TestSubscription, payment: TestPayment, at: Date): Promise<void> {
  if (subscription.renewals === 'succeed') return pay(turn, payment, at)
  const wait = subscription.renewals === 'fail' ? waits[payment.tries] : undefined
  const tryAt = wait === undefined ? null : new Date(at.getTime() + wait * dayMs)
  await turn.tx.testPayment.update({
    where: { id: payment.id },
    data: { state: 'failed', tries: { increment: 1 }, tryAt, givenUp: tryAt === null },
  })
  turn.happened('payment.failed', payment.id)
  // Pay-as-you-go waits for its money; a plan that nobody pays is over.
  if (tryAt === null && subscription.kind === 'plan' && subscription.endedAt === null) await endAt(turn, subscription, at)
}

/** The money is there. */
export async function pay(turn: Turn, { id }: { id: string }, at: Date): Promise<void> {
  const { count } = await turn.tx.testPayment.updateMany({
    // A renewal that is given up may still be paid by hand; a charge that was dropped may not.
    where: { id, state: { in: ['open', 'failed'] }, NOT: { kind: 'charge', givenUp: true } },
    data: { state: 'paid', paidAt: at, tryAt: null, givenUp: false },
  })
  if (count === 0) throw refused(`${id} is not to be paid`)
  turn.happened('payment.paid', id)
}

/** What was told of a period, and what came too late for the one before. A month without use has no statement. */
async function bill(turn: Turn, subscription: TestSubscription, draft: TestPayment, at: Date): Promise<void> {
  const { tx } = turn
  const used = { subscriptionId: subscription.id, paymentId: null, at: { lt: draft.periodEnd ?? at } }
  const { _sum } = await tx.testUse.aggregate({ where: used, _sum: { credits: true } })
  const credits = _sum.credits ?? 0
  if (credits === 0) {
    await tx.testPayment.delete({ where: { id: draft.id } })
    return
  }
  await tx.testUse.updateMany({ where: used, data: { paymentId: draft.id } })
  const amount = credits * subscription.amount
  const open = await tx.testPayment.update({ where: { id: draft.id }, data: { credits, amount, state: 'open', createdAt: at } })
  await tryCharge(turn, subscription, open, at)
}
