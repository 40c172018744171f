import type { PaymentHand } from '../payment-hand.ts'
import type { Books } from './books.ts'
import { settleSession, submitSession } from './checkouts.ts'
import { deleteCustomer } from './customers.ts'
import { intentOf, tryInvoice } from './invoices.ts'
import { closeDispute, failRefund, makeDispute, makeRefund } from './money.ts'
import type { Dispute, Invoice, PaymentIntent, Session } from './rows.ts'
import { passTime } from './timeline.ts'

export interface StripeHand extends PaymentHand {
  /** The bank asks about a payment, and takes nothing yet. */
  inquire(payment: string): Promise<void>
  /** At Stripe's own pages: the customer is deleted, and with it what it has agreed to. */
  deleteCustomer(customer: string): Promise<void>
  /** At Stripe's own pages: the subscription ends at its period's end. */
  cancelAtDate(subscription: string): Promise<void>
}

/** At Stripe's pages, at its dashboard, and at the bank. Addresses and ids are those that its API gave. */
export function createHand(books: Books, delivered: () => Promise<void>): StripeHand {
  const session = (url: string): Session => books.get(books.sessions, 'checkout.session', url.split('/').at(-1) ?? '')
  const did = async (deed: () => void): Promise<void> => {
    deed()
    await delivered()
  }
  const disputeOf = (payment: string): Dispute => {
    const { id } = payer(books, payment)
    const dispute = [...books.disputes.values()].findLast(({ payment_intent }) => payment_intent === id)
    if (dispute === undefined) throw new Error(`Nobody disputed ${payment}`)
    return dispute
  }
  return {
    pay: (url) =>
      did(() => {
        const invoice = invoiceAt(books, url)
        if (invoice === undefined) submitSession(books, session(url), 'succeeded')
        else if (!tryInvoice(books, invoice, 'succeeded')) throw new Error(`${invoice.id} could not be paid`)
      }),
    payLate: (url) => did(() => submitSession(books, session(url), 'pending')),
    settle: (url, how) => did(() => settleSession(books, session(url), how === 'arrives' ? 'succeeded' : 'failed')),
    decline: (url) => did(() => submitSession(books, session(url), 'failed')),
    refund: (payment, amount) =>
      did(() => {
        const intent = payer(books, payment)
        makeRefund(books, intent, amount ?? intent.amount, {})
      }),
    failRefund: (payment) =>
      did(() => {
        const { id } = payer(books, payment)
        const refund = [...books.refunds.values()].findLast(({ payment_intent }) => payment_intent === id)
        if (refund === undefined) throw new Error(`Nothing of ${payment} was given back`)
        failRefund(books, refund)
      }),
    dispute: (payment) =>
      did(() => {
        const intent = payer(books, payment)
        makeDispute(books, intent, intent.amount, 'needs_response')
      }),
    settleDispute: (payment, how) => did(() => closeDispute(books, disputeOf(payment), how)),
    refuseCharges: (customer, refuse) =>
      did(() => {
        if (refuse) books.broke.add(customer)
        else books.broke.delete(customer)
      }),
    advance: (ms) => did(() => passTime(books, books.now + Math.round(ms / 1000))),
    inquire: (payment) =>
      did(() => {
        const intent = payer(books, payment)
        makeDispute(books, intent, intent.amount, 'warning_needs_response')
      }),
    deleteCustomer: (customer) => did(() => deleteCustomer(books, customer)),
    cancelAtDate: (id) =>
      did(() => {
        const subscription = books.get(books.subscriptions, 'subscription', id)
        subscription.cancel_at = subscription.items.data[0].current_period_end
        books.tell('customer.subscription.updated', subscription)
      }),
  }
}

function payer(books: Books, payment: string): PaymentIntent {
  if (payment.startsWith('pi_')) return books.get(books.intents, 'payment_intent', payment)
  return intentOf(books, books.get(books.invoices, 'invoice', payment))
}

function invoiceAt(books: Books, url: string): Invoice | undefined {
  return [...books.invoices.values()].find(({ hosted_invoice_url }) => hosted_invoice_url === url)
}
