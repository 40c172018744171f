import type { TestSubscription } from '../../../../../generated/sqlite/client.ts'
import type { ChargeOrder, SoldPlan, UseReport } from '../../../provider.ts'
import { refused, type Turn, unknown } from './turn.ts'

/** A customer's subscription; the one that was ended is asked for, too. */
export async function subscriptionOf({ tx, customerId }: Turn, reference: string): Promise<TestSubscription> {
  const subscription = await tx.testSubscription.findFirst({ where: { id: reference, customerId } })
  if (subscription === null) throw unknown(reference)
  return subscription
}

async function running(turn: Turn, reference: string): Promise<TestSubscription> {
  const subscription = await subscriptionOf(turn, reference)
  if (subscription.endedAt !== null) throw refused(`${reference} has ended`)
  return subscription
}

/** What the next renewal charges, and for what. */
export async function changePlan(turn: Turn, reference: string, plan: SoldPlan): Promise<void> {
  const { kind, interval } = await running(turn, reference)
  if (kind !== 'plan' || plan.interval !== interval) throw refused(`${reference} cannot become ${plan.id}`)
  const { credits, price } = plan
  await turn.tx.testSubscription.update({
    where: { id: reference },
    data: { planId: plan.id, planVersion: plan.version, credits, amount: price.amount, currency: price.currency },
  })
  turn.happened('subscription.changed', reference)
}

export async function endWithPeriod(turn: Turn, reference: string, endsWithPeriod: boolean): Promise<void> {
  await running(turn, reference)
  await turn.tx.testSubscription.update({ where: { id: reference }, data: { endsWithPeriod } })
  turn.happened('subscription.changed', reference)
}

/** Charges beside the renewals, once by its key; answers which payment it is, and whether it takes the designer's hand. */
export async function charge(turn: Turn, reference: string, order: ChargeOrder): Promise<{ id: string; paid: boolean }> {
  const { tx, customerId, now } = turn
  const { key, plan } = order
  const { amount, currency } = order.amount
  const before = await tx.testPayment.findUnique({ where: { key } })
  if (before !== null) {
    if (before.subscriptionId !== reference || before.amount !== amount) throw refused('The same key was used for another charge')
    return { id: before.id, paid: before.state === 'paid' }
  }
  const { chargesDeclined } = await running(turn, reference)
  const id = turn.newId('tpay')
  const state = chargesDeclined ? { state: 'failed', tries: 1 } : { state: 'paid', paidAt: now }
  await tx.testPayment.create({
    data: {
      ...{ id, customerId, key, kind: 'charge', subscriptionId: reference, amount, currency, createdAt: now },
      ...{ planId: plan.id, planVersion: plan.version, credits: plan.credits, ...state },
    },
  })
  turn.happened(chargesDeclined ? 'payment.failed' : 'payment.paid', id)
  return { id, paid: !chargesDeclined }
}

/** A charge that waits for somebody's hand cannot be paid any more. */
export async function dropCharge(turn: Turn, reference: string): Promise<void> {
  const { count } = await turn.tx.testPayment.updateMany({
    where: { id: reference, kind: 'charge', state: { in: ['open', 'failed'] }, givenUp: false },
    data: { state: 'failed', givenUp: true },
  })
  if (count > 0) turn.happened('payment.failed', reference)
}

/** Use of pay-as-you-go, to be billed with its period, or with the next one where that is billed already. */
export async function reportUse(turn: Turn, { identifier, credits, at }: UseReport): Promise<void> {
  const { tx, customerId } = turn
  if ((await tx.testUse.findUnique({ where: { identifier } })) !== null) return
  const subscription = await tx.testSubscription.findFirst({
    where: { customerId, kind: 'metered' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (subscription === null) throw refused(`${customerId} has no pay-as-you-go`)
  await tx.testUse.create({ data: { identifier, subscriptionId: subscription.id, credits, at } })
}
