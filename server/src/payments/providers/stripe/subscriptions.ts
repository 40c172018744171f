import type { Stripe } from 'stripe'
import { type PeriodPayment, ProviderError, type SubscriptionFacts } from '../../provider.ts'
import { idOf, marked, moment } from './marks.ts'
import { intentsOf, invoicePayment, wholeIntent } from './payments.ts'
import type { Prices } from './prices.ts'

export async function readSubscription(stripe: Stripe, prices: Prices, reference: string): Promise<SubscriptionFacts> {
  const subscription = await stripe.subscriptions.retrieve(reference)
  const accountId = marked(subscription, 'account')
  if (accountId === null) throw new ProviderError('A subscription at Stripe is none of Toile’s', { passing: false })
  const item = itemOf(subscription)
  return {
    reference,
    kind: marked(subscription, 'kind') === 'metered' ? 'metered' : 'plan',
    accountId,
    customer: idOf(subscription.customer),
    state: stateOf(subscription),
    plan: await prices.planOf(item.price),
    period: { start: moment(item.current_period_start), end: moment(item.current_period_end) },
    endsWithPeriod: endsWithPeriod(subscription),
    endedAt: subscription.ended_at === null ? null : moment(subscription.ended_at),
    payments: await periodPayments(stripe, prices, subscription),
  }
}

/** Toile's subscriptions are of one thing. */
export function itemOf(subscription: Stripe.Subscription): Stripe.SubscriptionItem {
  const [item] = subscription.items.data
  if (item === undefined) throw new ProviderError('A subscription at Stripe is of nothing', { passing: false })
  return item
}

/** Two fields say so: ours, and the one that Stripe's own pages may set. */
export function endsWithPeriod(subscription: Stripe.Subscription): boolean {
  const { cancel_at, cancel_at_period_end, ended_at } = subscription
  if (ended_at !== null) return false
  return cancel_at_period_end || (cancel_at !== null && cancel_at <= itemOf(subscription).current_period_end)
}

function stateOf({ status }: Stripe.Subscription): SubscriptionFacts['state'] {
  switch (status) {
    case 'incomplete':
      return 'incomplete'
    case 'past_due':
      return 'past_due'
    case 'unpaid':
    case 'paused':
      return 'unpaid'
    case 'incomplete_expired':
    case 'canceled':
      return 'ended'
    default:
      return 'active'
  }
}

async function periodPayments(stripe: Stripe, prices: Prices, subscription: Stripe.Subscription): Promise<PeriodPayment[]> {
  const invoices: Stripe.Invoice[] = []
  const asked = { subscription: subscription.id, limit: 100, expand: ['data.payments'] }
  for await (const invoice of stripe.invoices.list(asked)) if (periodLine(invoice) !== null) invoices.push(invoice)
  const intents = await intentsBy(stripe, idOf(subscription.customer), invoices)
  const payments: PeriodPayment[] = []
  for (const invoice of invoices.reverse()) {
    const line = periodLine(invoice)
    if (line === null) continue
    const own = intentsOf(invoice).flatMap((id) => intents.get(id) ?? [])
    const price = line.pricing?.price_details?.price
    payments.push({
      ...(await invoicePayment(stripe, invoice, own)),
      period: { start: moment(line.period.start), end: moment(line.period.end) },
      plan: price === undefined ? null : await prices.planOf(price),
      givenUp: isGivenUp(invoice, subscription),
    })
  }
  return payments
}

/** The line of an invoice that charges a period; null where it charges something beside, or nothing yet. */
function periodLine(invoice: Stripe.Invoice): Stripe.InvoiceLineItem | null {
  const line = invoice.lines.data.find(
    ({ parent }) => parent?.type === 'subscription_item_details' && parent.subscription_item_details?.proration === false,
  )
  // Pay-as-you-go begins with an invoice of nothing: its periods are charged when they are over.
  const first = invoice.billing_reason === 'subscription_create' && line?.quantity === 0
  return line === undefined || first ? null : line
}

/** The payment intents of many invoices in few questions. */
async function intentsBy(
  stripe: Stripe,
  customer: string,
  invoices: Stripe.Invoice[],
): Promise<Map<string, Stripe.PaymentIntent>> {
  const wanted = new Set(invoices.flatMap(intentsOf))
  const found = new Map<string, Stripe.PaymentIntent>()
  if (wanted.size === 0) return found
  for await (const intent of stripe.paymentIntents.list({ customer, limit: 100, expand: ['data.latest_charge'] })) {
    if (wanted.has(intent.id)) found.set(intent.id, intent)
    if (found.size === wanted.size) break
  }
  // An invoice may have been paid by money of another customer: by hand, at Stripe's own pages.
  for (const id of wanted) if (!found.has(id)) found.set(id, await wholeIntent(stripe, id))
  return found
}

/** Stripe does not try it any more. */
function isGivenUp({ status: invoice }: Stripe.Invoice, { status }: Stripe.Subscription): boolean {
  if (invoice === 'uncollectible' || invoice === 'void') return true
  return invoice !== 'paid' && ['canceled', 'unpaid', 'incomplete_expired'].includes(status)
}
