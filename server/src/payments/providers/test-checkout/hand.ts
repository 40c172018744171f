import { decide, type Outcome, settle } from './books/agree.ts'
import type { TestBooks } from './books/books.ts'
import { pay } from './books/charges.ts'
import { subscriptionOf } from './books/subscriptions.ts'
import { refused } from './books/turn.ts'
import { closeDispute, dispute, failRefund, refund } from './books/undo.ts'

/** What renewals and statements shall do from now on: `fail` is tried again for two weeks, `give_up` is not. */
export type Renewals = 'succeed' | 'fail' | 'give_up'

/** What a person at the pages, or a bank, does; tests do it too. */
export interface TestHand {
  /** At a checkout; false where it was not open any more. */
  decide(checkout: string, outcome: Outcome): Promise<boolean>
  /** Money on its way arrives now, or never. */
  settle(checkout: string, arrives: boolean): Promise<void>
  /** Pays by hand what could not be charged. */
  pay(payment: string): Promise<void>
  refund(payment: string, order: { amount: number; key: string }): Promise<void>
  failRefund(payment: string): Promise<void>
  dispute(payment: string): Promise<void>
  closeDispute(payment: string, how: 'won' | 'lost'): Promise<void>
  setRenewals(subscription: string, renewals: Renewals): Promise<void>
  declineCharges(subscription: string, declined: boolean): Promise<void>
}

export function createTestHand({ takeOf }: TestBooks): TestHand {
  return {
    decide: (checkout, outcome) => takeOf.checkout(checkout, (turn) => decide(turn, checkout, outcome)),
    settle: (checkout, arrives) =>
      takeOf.checkout(checkout, async (turn) => {
        const row = await turn.tx.testCheckout.findUniqueOrThrow({ where: { id: checkout } })
        await settle(turn, row, turn.now, arrives)
      }),
    pay: (payment) =>
      takeOf.payment(payment, async (turn) => {
        await pay(turn, { id: payment }, turn.now)
      }),
    refund: (payment, order) => takeOf.payment(payment, (turn) => refund(turn, payment, order)),
    failRefund: (payment) => takeOf.payment(payment, (turn) => failRefund(turn, payment)),
    dispute: (payment) => takeOf.payment(payment, (turn) => dispute(turn, payment)),
    closeDispute: (payment, how) => takeOf.payment(payment, (turn) => closeDispute(turn, payment, how)),
    setRenewals: (subscription, renewals) =>
      takeOf.subscription(subscription, async (turn) => {
        const { endedAt } = await subscriptionOf(turn, subscription)
        if (endedAt !== null) throw refused(`${subscription} has ended`)
        await turn.tx.testSubscription.update({ where: { id: subscription }, data: { renewals } })
      }),
    declineCharges: (subscription, chargesDeclined) =>
      takeOf.subscription(subscription, async (turn) => {
        await subscriptionOf(turn, subscription)
        await turn.tx.testSubscription.update({ where: { id: subscription }, data: { chargesDeclined } })
      }),
  }
}
