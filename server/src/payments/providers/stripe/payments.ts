import type { Stripe } from 'stripe'
import { type PaymentFacts, ProviderError } from '../../provider.ts'
import { idOf, moment } from './marks.ts'
import { undoneOf } from './undone.ts'

/** A payment's reference is a payment intent (`pi_…`, a pack's) or an invoice (`in_…`: periods, and differences between plans). */
export async function readPayment(stripe: Stripe, reference: string): Promise<PaymentFacts> {
  if (reference.startsWith('pi_')) return readIntentPayment(stripe, reference)
  if (reference.startsWith('in_')) return readInvoicePayment(stripe, reference)
  throw new ProviderError('No payment at Stripe has such an id', { passing: false })
}

export async function readIntentPayment(stripe: Stripe, reference: string): Promise<PaymentFacts> {
  const intent = await wholeIntent(stripe, reference)
  const charge = chargeOf(intent)
  const state = intentState(intent)
  return {
    reference,
    state,
    amount: { amount: intent.amount, currency: intent.currency.toUpperCase() },
    paidAt: state === 'paid' ? moment(charge?.created ?? intent.created) : null,
    ...(await undoneOf(stripe, intent)),
    receiptUrl: charge?.receipt_url ?? null,
  }
}

export async function readInvoicePayment(stripe: Stripe, reference: string): Promise<PaymentFacts> {
  const invoice = await stripe.invoices.retrieve(reference, { expand: ['payments'] })
  const intents = await Promise.all(intentsOf(invoice).map((id) => wholeIntent(stripe, id)))
  return invoicePayment(stripe, invoice, intents)
}

/** The facts of an invoice, and of the payment intents that it was, or is to be, paid by. */
export async function invoicePayment(
  stripe: Stripe,
  invoice: Stripe.Invoice,
  intents: Stripe.PaymentIntent[],
): Promise<PaymentFacts> {
  const undone = await Promise.all(intents.map((intent) => undoneOf(stripe, intent)))
  const paidAt = invoice.status_transitions.paid_at
  return {
    reference: invoice.id,
    state: invoiceState(invoice, intents),
    amount: { amount: invoice.amount_due, currency: invoice.currency.toUpperCase() },
    paidAt: invoice.status === 'paid' ? moment(paidAt ?? invoice.created) : null,
    refunded: undone.reduce((sum, { refunded }) => sum + refunded, 0),
    disputed: undone.reduce((sum, { disputed }) => sum + disputed, 0),
    lost: undone.reduce((sum, { lost }) => sum + lost, 0),
    receiptUrl: invoice.hosted_invoice_url ?? null,
  }
}

/** Ids of an invoice's payment intents. It must have come with its `payments`. */
export function intentsOf(invoice: Stripe.Invoice): string[] {
  return (invoice.payments?.data ?? [])
    .map(({ payment }) => payment.payment_intent)
    .filter((intent) => intent !== undefined)
    .map(idOf)
}

function invoiceState({ status }: Stripe.Invoice, intents: Stripe.PaymentIntent[]): PaymentFacts['state'] {
  if (status === 'paid') return 'paid'
  if (status === 'void' || status === 'uncollectible') return 'failed'
  const states = intents.map(intentState)
  if (states.includes('pending')) return 'pending'
  return states.includes('failed') ? 'failed' : 'open'
}

function intentState({ status, last_payment_error }: Stripe.PaymentIntent): PaymentFacts['state'] {
  if (status === 'succeeded') return 'paid'
  if (status === 'processing' || status === 'requires_capture') return 'pending'
  if (status === 'canceled') return 'failed'
  return status === 'requires_payment_method' && last_payment_error !== null ? 'failed' : 'open'
}

export const wholeIntent = (stripe: Stripe, id: string) => stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] })

function chargeOf({ latest_charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  return typeof latest_charge === 'string' ? null : latest_charge
}
