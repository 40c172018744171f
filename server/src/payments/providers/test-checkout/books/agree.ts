import type { TestCheckout } from '../../../../../generated/sqlite/client.ts'
import { firstPeriod } from './periods.ts'
import { refused, type Turn } from './turn.ts'

/** How long money takes that is on its way, in ms. */
const minuteMs = 60_000

/** What somebody does at a checkout. */
export type Outcome = 'succeed' | 'decline' | 'later' | 'cancel'

/**
 * Somebody pays, tries to, or goes away. Whether the place is still open is decided by the one statement that takes it: of two
 * who press at once, or of a payment and a cancellation, one comes first.
 * @returns false where it was not open any more, and nothing was done
 */
export async function decide(turn: Turn, reference: string, outcome: Outcome): Promise<boolean> {
  const { tx, customerId } = turn
  const states = { succeed: 'paid', later: 'pending', decline: 'declined', cancel: 'closed' }
  const taken = await tx.testCheckout.updateMany({
    where: { id: reference, customerId, state: { in: ['open', 'declined'] } },
    data: { state: states[outcome] },
  })
  if (taken.count === 0) return false
  if (outcome === 'decline') turn.happened('checkout.declined', reference)
  if (outcome === 'cancel') turn.happened('checkout.closed', reference)
  if (outcome === 'succeed' || outcome === 'later') {
    const checkout = await tx.testCheckout.findUniqueOrThrow({ where: { id: reference } })
    await agree(turn, checkout, outcome === 'succeed')
  }
  return true
}

/** Money that was on its way arrives at a moment, or does not. */
export async function settle(turn: Turn, checkout: TestCheckout, at: Date, arrives: boolean): Promise<void> {
  const { tx } = turn
  const { id, kind, paymentId } = checkout
  const settled = await tx.testCheckout.updateMany({
    where: { id, state: 'pending' },
    data: { state: arrives ? 'paid' : 'failed', settlesAt: null },
  })
  if (settled.count === 0) throw refused(`Nothing is on its way to ${id}`)
  if (paymentId !== null) {
    const data = arrives ? { state: 'paid', paidAt: at } : { state: 'failed', givenUp: true }
    await tx.testPayment.update({ where: { id: paymentId }, data })
    if (!arrives) await tx.testSubscription.updateMany({ where: { id: checkout.subscriptionId ?? '' }, data: { endedAt: at } })
  } else if (kind === 'metered' && arrives) await subscribe(turn, checkout, at)
  turn.happened(arrives ? 'checkout.agreed' : 'checkout.failed', id)
}

async function agree(turn: Turn, checkout: TestCheckout, paid: boolean): Promise<void> {
  const { tx, now } = turn
  const { id, kind } = checkout
  const settlesAt = paid ? null : new Date(now.getTime() + minuteMs)
  await tx.testCheckout.update({ where: { id }, data: { settlesAt } })
  // Of pay-as-you-go no money is on its way: it begins when the way to pay is agreed.
  const subscriptionId = kind === 'plan' || (kind === 'metered' && paid) ? await subscribe(turn, checkout, now) : null
  if (kind !== 'metered') await payFirst(turn, checkout, { paid, subscriptionId })
  turn.happened('checkout.agreed', id)
}

async function subscribe(turn: Turn, checkout: TestCheckout, anchor: Date): Promise<string> {
  const { tx, customerId } = turn
  const { kind, offerId, offersVersion, credits, amount, currency } = checkout
  const interval = checkout.interval ?? 'month'
  const { start, end } = firstPeriod(anchor, interval)
  const id = turn.newId('tsub')
  await tx.testSubscription.create({
    data: {
      ...{ id, customerId, kind, credits, amount, currency, interval, anchor },
      ...{ planId: offerId, planVersion: kind === 'plan' ? offersVersion : null },
      ...{ periodStart: start, periodEnd: end, createdAt: anchor },
    },
  })
  await tx.testCheckout.update({ where: { id: checkout.id }, data: { subscriptionId: id } })
  return id
}

/** The payment of a pack, or of a plan's first period. */
async function payFirst(turn: Turn, checkout: TestCheckout, how: { paid: boolean; subscriptionId: string | null }) {
  const { tx, customerId, now } = turn
  const { credits, amount, currency, offerId, offersVersion } = checkout
  const { paid, subscriptionId } = how
  const period = subscriptionId === null ? null : firstPeriod(now, checkout.interval ?? 'month')
  const id = turn.newId('tpay')
  await tx.testPayment.create({
    data: {
      ...{ id, customerId, subscriptionId, credits, amount, currency, createdAt: now },
      ...{ kind: period === null ? 'pack' : 'period', state: paid ? 'paid' : 'pending', paidAt: paid ? now : null },
      ...{ planId: offerId, planVersion: offersVersion },
      ...{ periodStart: period?.start ?? null, periodEnd: period?.end ?? null },
    },
  })
  await tx.testCheckout.update({ where: { id: checkout.id }, data: { paymentId: id } })
}
