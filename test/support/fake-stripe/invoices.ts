import type { Books } from './books.ts'
import { StripeRefusal } from './errors.ts'
import { makeIntent, settleCharge, tryCharge } from './money.ts'
import type { Invoice, Line, PaymentIntent, Subscription } from './rows.ts'

/** What Stripe charges at least, in cents. */
const leastCharge = 50
/** Drafts of a period are finalised an hour later: until then use may be told. */
export const draftSeconds = 3600
/** When a failed charge is tried again, after the first time; after the last one it is given up. */
const retrySeconds = [3, 5, 6].map((days) => days * 86_400)

export function draftInvoice(
  books: Books,
  { id, customer, metadata, items }: Subscription,
  of: Pick<Invoice, 'billing_reason' | 'auto_advance' | 'metadata'>,
): Invoice {
  const invoice: Invoice = {
    ...books.born('in', 'invoice'),
    ...of,
    ...{ customer, currency: items.data[0].price.currency, status: 'draft', amount_due: 0, amount_paid: 0, attempt_count: 0 },
    ...{ next_payment_attempt: null, default_payment_method: null, hosted_invoice_url: null },
    lines: { object: 'list', data: [], has_more: false },
    parent: { type: 'subscription_details', subscription_details: { subscription: id, metadata: { ...metadata } } },
    status_transitions: { finalized_at: null, paid_at: null },
  }
  books.invoices.set(invoice.id, invoice)
  return invoice
}

/** What a period costs: a plan's in advance, use afterwards. */
export function addPeriod(books: Books, invoice: Invoice, subscription: Subscription, period: { start: number; end: number }) {
  const [item] = subscription.items.data
  const { price } = item
  const line: Line = {
    ...{ id: books.born('il', 'line_item').id, object: 'line_item', currency: price.currency, description: price.product },
    ...{ amount: price.unit_amount, quantity: 1, period },
    pricing: { type: 'price_details', price_details: { price: price.id, product: price.product } },
    parent: {
      type: 'subscription_item_details',
      subscription_item_details: { subscription: subscription.id, subscription_item: item.id, proration: false },
      invoice_item_details: null,
    },
  }
  invoice.lines.data.push(line)
  if (price.recurring?.usage_type === 'metered') countUse(books, invoice, line)
  sum(invoice)
}

/** As long as the invoice is a draft, use that belongs to its period is still counted. */
function countUse(books: Books, invoice: Invoice, line: Line): void {
  const price = books.get(books.prices, 'price', line.pricing?.price_details?.price ?? '')
  const meter = books.get(books.meters, 'meter', price.recurring?.meter ?? '')
  const used = books.meterEvents
    .filter(({ event_name, payload }) => event_name === meter.event_name && payload.stripe_customer_id === invoice.customer)
    .filter(({ timestamp }) => timestamp >= line.period.start && timestamp < line.period.end)
    .reduce((total, { payload }) => total + Number(payload.value), 0)
  line.quantity = used
  line.amount = used * price.unit_amount
}

export function sum(invoice: Invoice): void {
  invoice.amount_due = invoice.lines.data.reduce((total, { amount }) => total + amount, 0)
}

export function finalise(books: Books, invoice: Invoice): void {
  if (invoice.status !== 'draft') throw new StripeRefusal('This invoice is already finalized.', { code: 'invoice_not_editable' })
  for (const line of invoice.lines.data) {
    const price = books.prices.get(line.pricing?.price_details?.price ?? '')
    if (price?.recurring?.usage_type === 'metered' && line.period.end > line.period.start) countUse(books, invoice, line)
  }
  sum(invoice)
  invoice.status = 'open'
  invoice.status_transitions.finalized_at = books.now
  invoice.hosted_invoice_url = `https://invoice.stripe.test/i/${invoice.id}`
  carryOver(books, invoice)
  if (invoice.amount_due === 0) return void paid(books, invoice)
  const { amount_due: amount, currency, customer } = invoice
  const intent = makeIntent(books, { amount, currency, customer, description: null, metadata: {} })
  const payment = {
    ...books.born('inpay', 'invoice_payment'),
    invoice: invoice.id,
    status: 'open' as const,
    amount_requested: amount,
  }
  books.invoicePayments.set(payment.id, { ...payment, payment: { type: 'payment_intent', payment_intent: intent.id } })
  books.tell('invoice.finalized', invoice)
}

/** What is too little for a bank is put on the customer's next invoice, and this one is paid. */
function carryOver({ owed }: Books, invoice: Invoice): void {
  const { customer } = invoice
  const due = invoice.amount_due + (owed.get(customer) ?? 0)
  const enough = due === 0 || due >= leastCharge
  invoice.amount_due = enough ? due : 0
  owed.set(customer, enough ? 0 : due)
}

/** Stripe, or somebody at the invoice's page, tries to pay it. Answers whether the money came. */
export function tryInvoice(books: Books, invoice: Invoice, how: 'succeeded' | 'pending' | 'failed'): boolean {
  if (invoice.status === 'paid') return true
  if (invoice.status === 'void') return false
  tryCharge(books, intentOf(books, invoice), how)
  invoice.attempt_count += 1
  if (how === 'succeeded') paid(books, invoice)
  if (how === 'failed') failed(books, invoice)
  return how === 'succeeded'
}

/** Money that was on its way arrives, or does not. */
export function settleInvoice(books: Books, invoice: Invoice, how: 'succeeded' | 'failed'): void {
  settleCharge(books, intentOf(books, invoice), how)
  if (how === 'succeeded') paid(books, invoice)
  else failed(books, invoice)
}

export function intentOf(books: Books, invoice: Invoice): PaymentIntent {
  const [payment] = books.paymentsOf(invoice.id)
  return books.get(books.intents, 'payment_intent', payment?.payment.payment_intent ?? '')
}

function paid(books: Books, invoice: Invoice): void {
  invoice.status = 'paid'
  invoice.amount_paid = invoice.amount_due
  invoice.next_payment_attempt = null
  invoice.status_transitions.paid_at = books.now
  for (const payment of books.paymentsOf(invoice.id)) payment.status = 'paid'
  books.tell('invoice.paid', invoice)
  const subscription = subscriptionOf(books, invoice)
  if (subscription === null) return
  const open = [...books.invoices.values()].some(
    (other) => other.status === 'open' && other.auto_advance && subscriptionOf(books, other) === subscription,
  )
  if (open || !['incomplete', 'past_due', 'unpaid'].includes(subscription.status)) return
  subscription.status = 'active'
  books.tell('customer.subscription.updated', subscription)
}

function failed(books: Books, invoice: Invoice): void {
  books.tell('invoice.payment_failed', invoice)
  if (!invoice.auto_advance) return
  const subscription = subscriptionOf(books, invoice)
  const first = invoice.status_transitions.finalized_at ?? books.now
  const wait = retrySeconds[invoice.attempt_count - 1]
  invoice.next_payment_attempt = wait === undefined ? null : first + wait
  if (subscription === null || subscription.status === 'canceled') return
  if (wait === undefined && books.afterRetries === 'canceled') return void endSubscription(books, subscription)
  const status = wait === undefined ? 'unpaid' : 'past_due'
  if (subscription.status === status) return
  subscription.status = status
  books.tell('customer.subscription.updated', subscription)
}

/** Over; what is open is not collected any more by itself, what is drafted is. */
export function endSubscription(books: Books, subscription: Subscription): void {
  subscription.status = 'canceled'
  subscription.canceled_at ??= books.now
  subscription.ended_at = books.now
  for (const invoice of books.invoices.values()) {
    if (invoice.status !== 'open' || subscriptionOf(books, invoice) !== subscription) continue
    invoice.auto_advance = false
    invoice.next_payment_attempt = null
  }
  books.tell('customer.subscription.deleted', subscription)
}

function subscriptionOf(books: Books, { parent }: Invoice): Subscription | null {
  return books.subscriptions.get(parent?.subscription_details.subscription ?? '') ?? null
}
