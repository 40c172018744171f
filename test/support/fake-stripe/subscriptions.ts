import type { Books } from './books.ts'
import { addPeriod, draftInvoice, endSubscription, finalise } from './invoices.ts'
import type { Invoice, Price, Subscription } from './rows.ts'

/** A new subscription and its first invoice, ready to be paid: of use, nothing; of a plan, its first period. */
export function startSubscription(books: Books, customer: string, price: Price, metadata: Record<string, string>) {
  const born = books.born('sub', 'subscription')
  const period = { start: books.now, end: periodEnd(books.now, price, 1) }
  const metered = price.recurring?.usage_type === 'metered'
  const subscription: Subscription = {
    ...born,
    ...{ customer, metadata, status: 'active', billing_cycle_anchor: books.now, start_date: books.now },
    ...{ cancel_at: null, cancel_at_period_end: false, canceled_at: null, ended_at: null },
    ...{ default_payment_method: `pm_${born.id}`, latest_invoice: null },
    items: {
      object: 'list',
      has_more: false,
      data: [
        {
          ...{ id: books.born('si', 'subscription_item').id, object: 'subscription_item', subscription: born.id, price },
          ...(metered ? {} : { quantity: 1 }),
          ...{ current_period_start: period.start, current_period_end: period.end },
        },
      ],
    },
  }
  books.subscriptions.set(subscription.id, subscription)
  books.tell('customer.subscription.created', subscription)
  const invoice = draftInvoice(books, subscription, { billing_reason: 'subscription_create', auto_advance: true, metadata: {} })
  addPeriod(books, invoice, subscription, metered ? { start: books.now, end: books.now } : period)
  subscription.latest_invoice = invoice.id
  finalise(books, invoice)
  return { subscription, invoice }
}

/** A period is over: the next one begins, or all ends. */
export function turnPeriod(books: Books, subscription: Subscription): void {
  const [item] = subscription.items.data
  const over = { start: item.current_period_start, end: item.current_period_end }
  const metered = item.price.recurring?.usage_type === 'metered'
  const ends = subscription.cancel_at_period_end || (subscription.cancel_at !== null && subscription.cancel_at <= books.now)
  if (ends) {
    if (metered) bill(books, subscription, over)
    endSubscription(books, subscription)
    return
  }
  item.current_period_start = over.end
  item.current_period_end = nextEnd(subscription)
  books.tell('customer.subscription.updated', subscription)
  bill(books, subscription, metered ? over : { start: over.end, end: item.current_period_end })
}

/** What was used in the running period is billed, though it is not over. */
export function billUse(books: Books, subscription: Subscription): void {
  const [item] = subscription.items.data
  bill(books, subscription, { start: item.current_period_start, end: books.now })
}

function bill(books: Books, subscription: Subscription, period: { start: number; end: number }): Invoice {
  // Who has not paid the last one gets drafts only.
  const auto_advance = subscription.status !== 'unpaid'
  const invoice = draftInvoice(books, subscription, { billing_reason: 'subscription_cycle', auto_advance, metadata: {} })
  addPeriod(books, invoice, subscription, period)
  subscription.latest_invoice = invoice.id
  books.tell('invoice.created', invoice)
  return invoice
}

function nextEnd(subscription: Subscription): number {
  const [{ price, current_period_start }] = subscription.items.data
  const anchor = subscription.billing_cycle_anchor
  for (let count = 1; ; count += 1) {
    const end = periodEnd(anchor, price, count)
    if (end > current_period_start) return end
  }
}

/** So many periods after the anchor, on its day; the month's last where there is none. */
function periodEnd(anchor: number, { recurring }: Price, periods: number): number {
  const start = new Date(anchor * 1000)
  const months = periods * (recurring?.interval === 'year' ? 12 : 1)
  const end = new Date(start)
  end.setUTCDate(1)
  end.setUTCMonth(start.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(start.getUTCDate(), lastDay))
  return end.getTime() / 1000
}
