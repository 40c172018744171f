import type { Stripe } from 'stripe'
import type { Followed } from '../../provider.ts'
import { found } from './errors.ts'
import { idOf, marked } from './marks.ts'

/** By what Stripe's ids begin with. */
const byPrefix: Record<string, (stripe: Stripe, id: string) => Promise<Followed | null>> = {
  cs: followCheckout,
  pi: followIntent,
  in: followInvoice,
  sub: followSubscription,
  ch: async (stripe, id) => followPayer(stripe, await found(stripe.charges.retrieve(id))),
  py: async (stripe, id) => followPayer(stripe, await found(stripe.charges.retrieve(id))),
  re: async (stripe, id) => followPayer(stripe, await found(stripe.refunds.retrieve(id))),
  pyr: async (stripe, id) => followPayer(stripe, await found(stripe.refunds.retrieve(id))),
  du: async (stripe, id) => followPayer(stripe, await found(stripe.disputes.retrieve(id))),
  dp: async (stripe, id) => followPayer(stripe, await found(stripe.disputes.retrieve(id))),
}

/** What an event's subject belongs to. An account at Stripe may serve other software: null where it is not Toile's. */
export async function follow(stripe: Stripe, subject: string): Promise<Followed | null> {
  const way = byPrefix[subject.slice(0, subject.indexOf('_'))]
  return way === undefined ? null : way(stripe, subject)
}

async function followCheckout(stripe: Stripe, id: string): Promise<Followed | null> {
  const session = await found(stripe.checkout.sessions.retrieve(id))
  return marked(session, 'checkout') === null ? null : { kind: 'checkout', reference: id }
}

async function followSubscription(stripe: Stripe, id: string): Promise<Followed | null> {
  const subscription = await found(stripe.subscriptions.retrieve(id))
  return marked(subscription, 'account') === null ? null : { kind: 'subscription', reference: id }
}

/** A difference between plans is a payment by itself; any other invoice of ours is a period's. */
async function followInvoice(stripe: Stripe, id: string): Promise<Followed | null> {
  const invoice = await found(stripe.invoices.retrieve(id))
  if (marked(invoice, 'charge') !== null) return { kind: 'payment', reference: id }
  const details = invoice?.parent?.subscription_details
  return details === null || details === undefined ? null : followSubscription(stripe, idOf(details.subscription))
}

async function followIntent(stripe: Stripe, id: string): Promise<Followed | null> {
  const intent = await found(stripe.paymentIntents.retrieve(id))
  if (intent === null) return null
  if (marked(intent, 'checkout') !== null)
    return intent.status === 'succeeded' ? { kind: 'payment', reference: id } : checkoutOf(stripe, id)
  const asked = { payment: { type: 'payment_intent', payment_intent: id }, limit: 1 } as const
  const [payment] = (await stripe.invoicePayments.list(asked)).data
  return payment === undefined ? null : followInvoice(stripe, idOf(payment.invoice))
}

/** A pack that is not paid is a checkout still. */
async function checkoutOf(stripe: Stripe, intent: string): Promise<Followed | null> {
  const [session] = (await stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 })).data
  return session === undefined ? null : { kind: 'checkout', reference: session.id }
}

/** Charges, refunds and disputes name the payment that they are of. */
async function followPayer(
  stripe: Stripe,
  thing: { payment_intent: string | { id: string } | null } | null,
): Promise<Followed | null> {
  return thing === null || thing.payment_intent === null ? null : followIntent(stripe, idOf(thing.payment_intent))
}
