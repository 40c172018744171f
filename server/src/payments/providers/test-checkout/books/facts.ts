import * as z from 'zod'
import type {
  TestCheckout,
  TestCustomer,
  TestDispute,
  TestPayment,
  TestRefund,
  TestSubscription,
} from '../../../../../generated/sqlite/client.ts'
import type { CheckoutFacts, PaymentFacts, PeriodPayment, SubscriptionFacts } from '../../../provider.ts'
import { standingOf } from './renewals.ts'

/** What went back, or may: all that happened to a payment after it was paid. */
export interface Undone {
  refunds: TestRefund[]
  disputes: TestDispute[]
}

const checkoutState = z.enum(['open', 'declined', 'pending', 'paid', 'failed', 'closed'])
/** A draft is not shown to anybody before it is billed. */
const paymentState = z.enum(['open', 'pending', 'paid', 'failed'])

export function checkoutFacts({ id, key, kind, state, paymentId, subscriptionId }: TestCheckout): CheckoutFacts {
  const payment = kind === 'pack' ? paymentId : null
  return { reference: id, key, state: checkoutState.parse(state), payment, subscription: subscriptionId }
}

/** @param page where the customer's payments are shown, and paid by hand */
export function paymentFacts(payment: TestPayment, { refunds, disputes }: Undone, page: string): PaymentFacts {
  const { id, amount, currency, paidAt } = payment
  return {
    reference: id,
    state: paymentState.parse(payment.state),
    amount: { amount, currency },
    paidAt,
    refunded: refundedOf(refunds),
    disputed: disputedOf(disputes),
    lost: disputedOf(disputes.filter(({ state }) => state === 'lost')),
    receiptUrl: `${page}#${id}`,
  }
}

export function refundedOf(refunds: TestRefund[]): number {
  return refunds.filter(({ failed }) => !failed).reduce((sum, { amount }) => sum + amount, 0)
}

/** What runs is held back, and what was lost is gone. */
export function disputedOf(disputes: TestDispute[]): number {
  return disputes.filter(({ state }) => state !== 'won').reduce((sum, { amount }) => sum + amount, 0)
}

export function subscriptionFacts(
  subscription: TestSubscription,
  customer: TestCustomer,
  payments: { payment: TestPayment; undone: Undone }[],
  page: string,
): SubscriptionFacts {
  const { id, kind, planId, planVersion, periodStart, periodEnd, endsWithPeriod, endedAt } = subscription
  const rows = payments.map(({ payment }) => payment)
  return {
    reference: id,
    kind: kind === 'metered' ? 'metered' : 'plan',
    accountId: customer.accountId,
    customer: customer.id,
    state: standingOf(subscription, rows),
    plan: planOf(planId, planVersion),
    period: { start: periodStart, end: periodEnd },
    endsWithPeriod,
    endedAt,
    payments: payments.flatMap(({ payment, undone }) => periodPayment(payment, undone, page) ?? []),
  }
}

function periodPayment(payment: TestPayment, undone: Undone, page: string): PeriodPayment | null {
  const { state, planId, planVersion, periodStart: start, periodEnd: end, givenUp } = payment
  if (state === 'draft' || start === null || end === null) return null
  return { ...paymentFacts(payment, undone, page), period: { start, end }, plan: planOf(planId, planVersion), givenUp }
}

function planOf(id: string | null, version: number | null): { id: string; version: number } | null {
  return id === null || version === null ? null : { id, version }
}
