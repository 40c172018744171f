import type { TestCheckout, TestPayment, TestSubscription } from '../../../../../generated/sqlite/client.ts'
import type { Db } from '../../../../platform/db.ts'
import type { SubscriptionFacts } from '../../../provider.ts'
import { disputedOf, refundedOf, type Undone } from './facts.ts'
import { standingOf } from './renewals.ts'

/** All that one customer bought, newest first. */
export interface Overview {
  subscriptions: { subscription: TestSubscription; standing: SubscriptionFacts['state'] }[]
  payments: PaymentOverview[]
  /** Pay-as-you-go that begins in a moment. */
  pending: TestCheckout[]
}

export interface PaymentOverview {
  payment: TestPayment
  undone: Undone
  /** What may still go back, or be asked back by a bank; in the currency's smallest unit. */
  left: number
  /** The checkout that the money is on its way to. */
  onItsWayTo: string | null
}

/** Most payments that are shown. */
const shown = 100

export async function readOverview({ write: books }: Db, customerId: string): Promise<Overview> {
  const newest = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]
  const subscriptions = await books.testSubscription.findMany({ where: { customerId }, orderBy: newest })
  const all = await books.testPayment.findMany({ where: { customerId, state: { not: 'draft' } }, orderBy: newest })
  const pending = await books.testCheckout.findMany({ where: { customerId, state: 'pending' } })
  const payments = all.slice(0, shown)
  const paymentId = { in: payments.map(({ id }) => id) }
  const refunds = await books.testRefund.findMany({ where: { paymentId } })
  const disputes = await books.testDispute.findMany({ where: { paymentId } })
  return {
    subscriptions: subscriptions.map((subscription) => ({
      subscription,
      standing: standingOf(
        subscription,
        all.filter(({ subscriptionId }) => subscriptionId === subscription.id),
      ),
    })),
    payments: payments.map((payment) => {
      const of = (row: { paymentId: string }) => row.paymentId === payment.id
      const undone = { refunds: refunds.filter(of), disputes: disputes.filter(of) }
      return {
        payment,
        undone,
        left: payment.amount - refundedOf(undone.refunds) - disputedOf(undone.disputes),
        onItsWayTo: pending.find((checkout) => checkout.paymentId === payment.id)?.id ?? null,
      }
    }),
    pending: pending.filter(({ paymentId: its }) => its === null),
  }
}
