import type { Stripe } from 'stripe'
import { type CheckoutFacts, type CheckoutOrder, ProviderError } from '../../provider.ts'
import { idOf, marked, marks } from './marks.ts'
import { readIntentPayment, readInvoicePayment } from './payments.ts'
import type { Prices } from './prices.ts'

export async function openCheckout(
  stripe: Stripe,
  prices: Prices,
  order: CheckoutOrder,
): Promise<{ reference: string; url: string }> {
  const { key, accountId, customer, returnUrl } = order
  const metadata = { [marks.checkout]: key, [marks.account]: accountId }
  const { id, url } = await stripe.checkout.sessions.create(
    {
      ...(await termsOf(prices, order, metadata)),
      customer,
      client_reference_id: key,
      metadata,
      success_url: returnUrl,
      cancel_url: returnUrl,
      // The price is in the list's currency, whoever pays: refunds and disputes are counted in it.
      adaptive_pricing: { enabled: false },
    },
    // Of the customer, too: where that was deleted, it is asked again for another one.
    { idempotencyKey: `toile-checkout-${key}-${customer}` },
  )
  if (url === null) throw new ProviderError('Stripe gave a checkout without an address', { passing: false })
  return { reference: id, url }
}

type Terms = Pick<Stripe.Checkout.SessionCreateParams, 'mode' | 'line_items' | 'payment_intent_data' | 'subscription_data'>

async function termsOf(prices: Prices, { thing }: CheckoutOrder, metadata: Stripe.MetadataParam): Promise<Terms> {
  if (thing.kind === 'pack') {
    const { currency, amount } = thing.price
    const name = `${thing.credits} credits`
    const price_data = { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name } }
    return {
      mode: 'payment',
      line_items: [{ quantity: 1, price_data: { ...price_data, tax_behavior: 'inclusive' } }],
      payment_intent_data: { description: name, metadata },
    }
  }
  const subscription_data = { metadata: { ...metadata, [marks.kind]: thing.kind } }
  if (thing.kind === 'metered') {
    // How many is told at each cycle's end; now a card is agreed.
    return { mode: 'subscription', line_items: [{ price: await prices.metered(thing) }], subscription_data }
  }
  return { mode: 'subscription', line_items: [{ price: await prices.plan(thing.plan), quantity: 1 }], subscription_data }
}

export async function closeCheckout(stripe: Stripe, reference: string): Promise<void> {
  const isOpen = async () => (await stripe.checkout.sessions.retrieve(reference)).status === 'open'
  if (!(await isOpen())) return
  try {
    await stripe.checkout.sessions.expire(reference)
  } catch (error) {
    // Paid, or run out, between the question and the order: then nobody can pay there any more either.
    if (await isOpen()) throw error
  }
}

export async function readCheckout(stripe: Stripe, reference: string): Promise<CheckoutFacts> {
  const session = await stripe.checkout.sessions.retrieve(reference, { expand: ['payment_intent'] })
  const key = marked(session, 'checkout')
  if (key === null) throw new ProviderError('A checkout at Stripe is none of Toile’s', { passing: false })
  const agreed = session.status === 'complete'
  return {
    reference,
    key,
    state: await stateOf(stripe, session),
    payment: agreed && session.payment_intent !== null ? idOf(session.payment_intent) : null,
    subscription: agreed && session.subscription !== null ? idOf(session.subscription) : null,
  }
}

/** Money counts when it is there, whatever the event that brought us here is called. */
async function stateOf(stripe: Stripe, session: Stripe.Checkout.Session): Promise<CheckoutFacts['state']> {
  if (session.status === 'expired') return 'closed'
  if (session.status !== 'complete') return triedInVain(session.payment_intent) ? 'declined' : 'open'
  if (session.payment_status !== 'unpaid') return 'paid'
  const { state } = await lateMoney(stripe, session)
  if (state === 'paid') return 'paid'
  return state === 'failed' ? 'failed' : 'pending'
}

function triedInVain(intent: Stripe.PaymentIntent | string | null): boolean {
  return intent !== null && typeof intent !== 'string' && intent.last_payment_error !== null
}

/** Of a checkout that is agreed and not paid: where the money is. */
async function lateMoney(stripe: Stripe, { payment_intent, invoice }: Stripe.Checkout.Session) {
  if (payment_intent !== null) return readIntentPayment(stripe, idOf(payment_intent))
  if (invoice !== null) return readInvoicePayment(stripe, idOf(invoice))
  return { state: 'pending' } as const
}
