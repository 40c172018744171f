import type { Books } from './books.ts'
import { StripeRefusal } from './errors.ts'
import type { Charge, Dispute, PaymentIntent, Refund } from './rows.ts'

export function makeIntent(
  books: Books,
  of: Pick<PaymentIntent, 'amount' | 'currency' | 'customer' | 'description' | 'metadata'>,
) {
  const intent: PaymentIntent = {
    ...books.born('pi', 'payment_intent'),
    ...of,
    status: 'requires_payment_method',
    latest_charge: null,
    last_payment_error: null,
  }
  books.intents.set(intent.id, intent)
  return intent
}

/** The bank is asked: the money comes at once, later, or not. */
export function tryCharge(books: Books, intent: PaymentIntent, how: 'succeeded' | 'pending' | 'failed'): void {
  const charge: Charge = {
    ...books.born('ch', 'charge'),
    ...{ amount: intent.amount, currency: intent.currency, customer: intent.customer, metadata: { ...intent.metadata } },
    ...{ payment_intent: intent.id, amount_refunded: 0, disputed: false, refunded: false },
    ...{ status: how, paid: how === 'succeeded', receipt_url: null },
  }
  books.charges.set(charge.id, charge)
  intent.latest_charge = charge.id
  if (how === 'pending') {
    intent.status = 'processing'
    books.tell('payment_intent.processing', intent)
  } else settleCharge(books, intent, how)
}

export function settleCharge(books: Books, intent: PaymentIntent, how: 'succeeded' | 'failed'): void {
  const charge = chargeOf(books, intent)
  charge.status = how
  charge.paid = how === 'succeeded'
  if (how === 'succeeded') {
    charge.receipt_url = `https://pay.stripe.test/receipts/${charge.id}`
    intent.status = 'succeeded'
    intent.last_payment_error = null
    books.tell('charge.succeeded', charge)
    books.tell('payment_intent.succeeded', intent)
  } else {
    intent.status = 'requires_payment_method'
    intent.last_payment_error = { code: 'card_declined', message: 'Your card was declined.' }
    books.tell('charge.failed', charge)
    books.tell('payment_intent.payment_failed', intent)
  }
}

export function makeRefund(books: Books, intent: PaymentIntent, amount: number, metadata: Record<string, string>): Refund {
  const charge = chargeOf(books, intent)
  if (!charge.paid) throw new StripeRefusal('This PaymentIntent does not have a successful charge to refund.')
  const disputed = [...books.disputes.values()].some(
    ({ charge: id, status }) => id === charge.id && (status === 'needs_response' || status === 'lost'),
  )
  if (disputed) throw new StripeRefusal(`Charge ${charge.id} has been charged back.`, { code: 'charge_disputed' })
  if (charge.amount_refunded + amount > charge.amount) {
    const message = `Refund amount is greater than unrefunded amount on charge ${charge.id}`
    throw new StripeRefusal(message, { code: 'charge_already_refunded' })
  }
  const refund: Refund = {
    ...books.born('re', 'refund'),
    ...{ amount, currency: charge.currency, charge: charge.id, payment_intent: intent.id, metadata, status: 'succeeded' },
  }
  books.refunds.set(refund.id, refund)
  charge.amount_refunded += amount
  charge.refunded = charge.amount_refunded === charge.amount
  books.tell('refund.created', refund)
  books.tell('charge.refunded', charge)
  return refund
}

/** The money could not be given back: it is ours again. */
export function failRefund(books: Books, refund: Refund): void {
  const charge = books.get(books.charges, 'charge', refund.charge)
  refund.status = 'failed'
  charge.amount_refunded -= refund.amount
  charge.refunded = false
  books.tell('refund.failed', refund)
}

export function makeDispute(books: Books, intent: PaymentIntent, amount: number, status: Dispute['status']): Dispute {
  const charge = chargeOf(books, intent)
  const dispute: Dispute = {
    ...books.born('du', 'dispute'),
    ...{ amount, currency: charge.currency, charge: charge.id, payment_intent: intent.id, metadata: {}, status },
    balance_transactions: status === 'needs_response' ? [{ amount: -amount }] : [],
  }
  books.disputes.set(dispute.id, dispute)
  charge.disputed = true
  books.tell('charge.dispute.created', dispute)
  if (status === 'needs_response') books.tell('charge.dispute.funds_withdrawn', dispute)
  return dispute
}

export function closeDispute(books: Books, dispute: Dispute, how: 'won' | 'lost'): void {
  dispute.status = how
  if (how === 'won') {
    dispute.balance_transactions.push({ amount: dispute.amount })
    books.tell('charge.dispute.funds_reinstated', dispute)
  }
  books.tell('charge.dispute.closed', dispute)
}

function chargeOf(books: Books, intent: PaymentIntent): Charge {
  if (intent.latest_charge === null) throw new StripeRefusal('This PaymentIntent does not have a successful charge to refund.')
  return books.get(books.charges, 'charge', intent.latest_charge)
}
