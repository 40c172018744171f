import { randomUUID } from 'node:crypto'
import type { Outcome } from 'server/payments/providers/test-checkout/books/agree'
import type { PaymentHand } from './payment-hand.ts'
import type { TestBank } from './test-bank.ts'

/** The hand that every provider is tried with, at our own. */
export function handAtTestBank({ provider: { hand, sweep }, db, clock }: TestBank): PaymentHand {
  const checkoutAt = async (url: string): Promise<string> => {
    const secret = new URL(url).pathname.split('/').at(-1) ?? ''
    return (await db.write.testCheckout.findUniqueOrThrow({ where: { secret } })).id
  }
  const decide = async (url: string, outcome: Outcome): Promise<void> => {
    if (!(await hand.decide(await checkoutAt(url), outcome))) throw new Error('Nobody can pay there any more')
  }
  return {
    pay: (url) => (url.includes('#') ? hand.pay(new URL(url).hash.slice(1)) : decide(url, 'succeed')),
    payLate: (url) => decide(url, 'later'),
    settle: async (url, how) => hand.settle(await checkoutAt(url), how === 'arrives'),
    decline: (url) => decide(url, 'decline'),
    refund: async (payment, amount) => {
      const row = await db.write.testPayment.findUniqueOrThrow({ where: { id: payment } })
      await hand.refund(payment, { amount: amount ?? row.amount, key: randomUUID() })
    },
    failRefund: hand.failRefund,
    dispute: hand.dispute,
    settleDispute: hand.closeDispute,
    refuseCharges: async (customerId, refuse) => {
      for (const { id } of await db.write.testSubscription.findMany({ where: { customerId, endedAt: null } })) {
        await hand.setRenewals(id, refuse ? 'fail' : 'succeed')
        await hand.declineCharges(id, refuse)
      }
    },
    advance: async (ms) => {
      clock.advance({ ms })
      await sweep()
    },
  }
}
