import type * as z from 'zod'
import { type Json, listOf, shown } from './answers.ts'
import type { Books } from './books.ts'
import { expireSession, openSession } from './checkouts.ts'
import { deleteCustomer } from './customers.ts'
import { StripeRefusal } from './errors.ts'
import { endSubscription, finalise, sum, tryInvoice } from './invoices.ts'
import { makeRefund } from './money.ts'
import * as ask from './params.ts'
import type { Line, Row } from './rows.ts'
import { billUse } from './subscriptions.ts'

export interface Route {
  method: 'GET' | 'POST' | 'DELETE'
  /** `:id` stands for one. */
  path: string
  answer: (books: Books, form: unknown, id: string) => Json
}

function route<Schema extends z.ZodType>(
  method: Route['method'],
  path: string,
  schema: Schema,
  answer: (books: Books, asked: z.output<Schema>, id: string) => object,
): Route {
  return {
    method,
    path,
    answer: (books, form, id) => {
      const asked = schema.safeParse(form)
      if (!asked.success) throw unknownParameter(asked.error)
      return shown(books, answer(books, asked.data, id), expandOf(form))
    },
  }
}

function unknownParameter(error: z.ZodError): StripeRefusal {
  const [issue] = error.issues
  const names = issue?.code === 'unrecognized_keys' ? issue.keys : []
  const param = [...(issue?.path ?? []), ...names].join('.')
  if (names.length > 0) return new StripeRefusal(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  return new StripeRefusal(`Invalid ${param}: ${issue?.message}`, { code: 'parameter_invalid', param })
}

function expandOf(form: unknown): string[] {
  return typeof form === 'object' && form !== null && 'expand' in form && Array.isArray(form.expand)
    ? form.expand.map(String)
    : []
}

const get = (path: string, shelf: (books: Books) => Map<string, Row>, what: string) =>
  route('GET', `${path}/:id`, ask.retrieve, (books, _asked, id) => books.get(shelf(books), what, id))

const customers = [
  route('POST', '/v1/customers', ask.customerCreate, (books, { email = null, metadata }) => {
    const customer = {
      ...books.born('cus', 'customer'),
      ...{ email, metadata, invoice_settings: { default_payment_method: null } },
    }
    books.customers.set(customer.id, customer)
    return customer
  }),
  get('/v1/customers', ({ customers }) => customers, 'customer'),
  route('POST', '/v1/customers/:id', ask.customerUpdate, (books, asked, id) =>
    Object.assign(books.get(books.customers, 'customer', id), asked),
  ),
  route('DELETE', '/v1/customers/:id', ask.nothing, (books, _asked, id) => {
    books.get(books.customers, 'customer', id)
    deleteCustomer(books, id)
    return { id, object: 'customer', deleted: true }
  }),
]

const prices = [
  route('GET', '/v1/prices', ask.priceList, (books, asked) =>
    listOf(
      [...books.prices.values()].filter(({ lookup_key }) => asked.lookup_keys?.includes(lookup_key ?? '') ?? true),
      asked,
    ),
  ),
  route('POST', '/v1/prices', ask.priceCreate, (books, { recurring, product_data, tax_behavior = 'unspecified', ...asked }) => {
    if ([...books.prices.values()].some(({ lookup_key }) => lookup_key === asked.lookup_key)) {
      throw new StripeRefusal('A price already uses that lookup key.', { param: 'lookup_key' })
    }
    if ((recurring.usage_type === 'metered') !== (recurring.meter !== undefined)) {
      throw new StripeRefusal('A metered price needs a meter.', { param: 'recurring.meter' })
    }
    const times = { interval_count: 1 as const, meter: null, ...recurring }
    const price = { ...books.born('price', 'price'), ...asked, active: true, tax_behavior, recurring: times }
    books.prices.set(price.id, { ...price, product: product_data.name })
    return books.get(books.prices, 'price', price.id)
  }),
  get('/v1/prices', ({ prices }) => prices, 'price'),
  route('GET', '/v1/billing/meters', ask.meterList, (books, asked) => listOf(books.meters.values(), asked)),
  route('POST', '/v1/billing/meters', ask.meterCreate, (books, asked) => {
    const meter = { ...books.born('mtr', 'billing.meter'), ...asked, status: 'active' as const }
    books.meters.set(meter.id, meter)
    return meter
  }),
  route('GET', '/v1/billing/meters/:id/event_summaries', ask.meterSummaryList, (books, asked, id) => {
    const { event_name } = books.get(books.meters, 'meter', id)
    const { customer, start_time, end_time } = asked
    const told = books.meterEvents.filter(
      ({ event_name: name, payload, timestamp }) =>
        name === event_name && payload.stripe_customer_id === customer && timestamp >= start_time && timestamp < end_time,
    )
    const aggregated_value = told.reduce((sum, { payload }) => sum + Number(payload.value), 0)
    const summary = { ...books.born('mtrusg', 'billing.meter_event_summary'), meter: id, start_time, end_time, aggregated_value }
    return { object: 'list', data: [summary], has_more: false }
  }),
  route('POST', '/v1/billing/meter_events', ask.meterEventCreate, (books, asked) => {
    const known = books.meterEvents.some(
      ({ identifier, created }) => identifier === asked.identifier && books.now - created < 86_400,
    )
    if (known) throw new StripeRefusal(`An event already exists with identifier ${asked.identifier}.`)
    if (asked.timestamp > books.now + 300 || asked.timestamp < books.now - 35 * 86_400) {
      throw new StripeRefusal('The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.')
    }
    const { created, livemode } = books.born('mev', 'billing.meter_event')
    const event = { object: 'billing.meter_event' as const, created, livemode, ...asked }
    books.meterEvents.push(event)
    return event
  }),
]

const sessions = [
  route('POST', '/v1/checkout/sessions', ask.sessionCreate, (books, asked) => {
    books.get(books.customers, 'customer', asked.customer, 'customer')
    const { mode, customer, client_reference_id = null, metadata, success_url, cancel_url = null } = asked
    const common = { mode, customer, client_reference_id, metadata, success_url, cancel_url }
    if (asked.mode === 'payment') {
      const [{ price_data: data }] = asked.line_items
      const order = {
        price: null,
        amount: data.unit_amount,
        currency: data.currency,
        metadata: asked.payment_intent_data.metadata,
      }
      return openSession(books, common, order)
    }
    const [{ price: id, quantity }] = asked.line_items
    const price = books.get(books.prices, 'price', id)
    const metered = price.recurring?.usage_type === 'metered'
    if (metered !== (quantity === undefined)) throw new StripeRefusal('A quantity goes with what is not metered.')
    const amount = metered ? 0 : price.unit_amount
    return openSession(books, common, { price, amount, currency: price.currency, metadata: asked.subscription_data.metadata })
  }),
  route('GET', '/v1/checkout/sessions', ask.sessionList, (books, asked) =>
    listOf(
      [...books.sessions.values()].filter(({ payment_intent: by }) => by === (asked.payment_intent ?? by)),
      asked,
    ),
  ),
  get('/v1/checkout/sessions', ({ sessions }) => sessions, 'checkout.session'),
  route('POST', '/v1/checkout/sessions/:id/expire', ask.retrieve, (books, _asked, id) => {
    const session = books.get(books.sessions, 'checkout.session', id)
    expireSession(books, session)
    return session
  }),
]

const money = [
  route('GET', '/v1/payment_intents', ask.intentList, (books, asked) =>
    listOf(
      [...books.intents.values()].filter(({ customer }) => customer === (asked.customer ?? customer)),
      asked,
    ),
  ),
  get('/v1/payment_intents', ({ intents }) => intents, 'payment_intent'),
  get('/v1/charges', ({ charges }) => charges, 'charge'),
  route('GET', '/v1/refunds', ask.refundList, (books, asked) =>
    listOf(
      [...books.refunds.values()].filter(({ payment_intent: of }) => of === (asked.payment_intent ?? of)),
      asked,
    ),
  ),
  route('POST', '/v1/refunds', ask.refundCreate, (books, { payment_intent, amount, metadata }) => {
    const intent = books.get(books.intents, 'payment_intent', payment_intent)
    return makeRefund(books, intent, amount ?? intent.amount, metadata)
  }),
  get('/v1/refunds', ({ refunds }) => refunds, 'refund'),
  route('GET', '/v1/disputes', ask.refundList, (books, asked) =>
    listOf(
      [...books.disputes.values()].filter(({ payment_intent: of }) => of === (asked.payment_intent ?? of)),
      asked,
    ),
  ),
  get('/v1/disputes', ({ disputes }) => disputes, 'dispute'),
]

const subscriptions = [
  route('GET', '/v1/subscriptions', ask.subscriptionList, (books, asked) =>
    listOf(
      [...books.subscriptions.values()].filter(
        ({ customer, status }) => customer === (asked.customer ?? customer) && status !== 'canceled',
      ),
      asked,
    ),
  ),
  get('/v1/subscriptions', ({ subscriptions }) => subscriptions, 'subscription'),
  route('POST', '/v1/subscriptions/:id', ask.subscriptionUpdate, (books, asked, id) => {
    const subscription = books.get(books.subscriptions, 'subscription', id)
    if (subscription.status === 'canceled') {
      throw new StripeRefusal('A canceled subscription can only update its cancellation_details and metadata.')
    }
    const [item] = subscription.items.data
    const [change] = asked.items ?? []
    if (change !== undefined) {
      if (change.id !== item.id) throw new StripeRefusal(`No such subscription item: ${change.id}`)
      if (asked.proration_behavior !== 'none') throw new StripeRefusal('This stand-in has no prorations.')
      item.price = books.get(books.prices, 'price', change.price)
    }
    if (asked.cancel_at_period_end !== undefined) subscription.cancel_at_period_end = asked.cancel_at_period_end
    if (asked.cancel_at !== undefined) subscription.cancel_at = null
    if (asked.default_payment_method !== undefined) subscription.default_payment_method = null
    books.tell('customer.subscription.updated', subscription)
    return subscription
  }),
  route('DELETE', '/v1/subscriptions/:id', ask.subscriptionCancel, (books, asked, id) => {
    const subscription = books.get(books.subscriptions, 'subscription', id)
    if (subscription.status === 'canceled') {
      throw new StripeRefusal(`No such subscription: '${id}'`, { status: 404, code: 'resource_missing' })
    }
    if (asked.invoice_now === true) billUse(books, subscription)
    endSubscription(books, subscription)
    return subscription
  }),
]

const invoices = [
  route('GET', '/v1/invoices', ask.invoiceList, (books, asked) =>
    listOf(
      [...books.invoices.values()].filter(
        ({ customer, parent, status }) =>
          (asked.customer ?? customer) === customer &&
          (asked.subscription ?? parent?.subscription_details.subscription) === parent?.subscription_details.subscription &&
          (asked.status ?? status) === status,
      ),
      asked,
    ),
  ),
  route('POST', '/v1/invoices', ask.invoiceCreate, (books, asked) => {
    books.get(books.customers, 'customer', asked.customer, 'customer')
    const { customer, auto_advance, metadata, default_payment_method = null } = asked
    const born = books.born('in', 'invoice')
    books.invoices.set(born.id, {
      ...{ ...born, customer, auto_advance, metadata, default_payment_method, billing_reason: 'manual' },
      ...{ currency: asked.currency, status: 'draft', amount_due: 0, amount_paid: 0, attempt_count: 0 },
      ...{ next_payment_attempt: null, hosted_invoice_url: null, lines: { object: 'list', data: [], has_more: false } },
      parent: null,
      status_transitions: { finalized_at: null, paid_at: null },
    })
    return books.get(books.invoices, 'invoice', born.id)
  }),
  get('/v1/invoices', ({ invoices }) => invoices, 'invoice'),
  route('POST', '/v1/invoices/:id', ask.invoiceUpdate, (books, asked, id) =>
    Object.assign(books.get(books.invoices, 'invoice', id), asked),
  ),
  route('POST', '/v1/invoices/:id/finalize', ask.invoiceFinalize, (books, _asked, id) => {
    const invoice = books.get(books.invoices, 'invoice', id)
    finalise(books, invoice)
    return invoice
  }),
  route('POST', '/v1/invoices/:id/void', ask.retrieve, (books, _asked, id) => {
    const invoice = books.get(books.invoices, 'invoice', id)
    if (invoice.status !== 'open') throw new StripeRefusal('You can only void open invoices', { code: 'invoice_not_open' })
    invoice.status = 'void'
    books.tell('invoice.voided', invoice)
    return invoice
  }),
  route('POST', '/v1/invoices/:id/pay', ask.retrieve, (books, _asked, id) => {
    const invoice = books.get(books.invoices, 'invoice', id)
    if (invoice.status !== 'open') throw new StripeRefusal('Invoice is not open', { code: 'invoice_not_open' })
    const came = tryInvoice(books, invoice, books.broke.has(invoice.customer) ? 'failed' : 'succeeded')
    if (!came) throw new StripeRefusal('Your card was declined.', { status: 402, type: 'card_error', code: 'card_declined' })
    return invoice
  }),
  route('POST', '/v1/invoiceitems', ask.invoiceItemCreate, (books, asked) => {
    const invoice = books.get(books.invoices, 'invoice', asked.invoice)
    if (invoice.status !== 'draft')
      throw new StripeRefusal('This invoice is no longer editable', { code: 'invoice_not_editable' })
    const born = books.born('ii', 'invoiceitem')
    const subscription = invoice.parent?.subscription_details.subscription ?? null
    const line: Line = {
      ...{ id: books.born('il', 'line_item').id, object: 'line_item', currency: asked.currency, amount: asked.amount },
      ...{ description: asked.description ?? '', quantity: 1, period: { start: books.now, end: books.now }, pricing: null },
      parent: {
        type: 'invoice_item_details',
        subscription_item_details: null,
        invoice_item_details: { invoice_item: born.id, proration: false, subscription },
      },
    }
    if (invoice.currency !== asked.currency) throw new StripeRefusal('The currency is not the invoice’s.', { param: 'currency' })
    invoice.lines.data.push(line)
    sum(invoice)
    return { ...born, ...asked }
  }),
  route('GET', '/v1/invoice_payments', ask.invoicePaymentList, (books, asked) =>
    listOf(
      [...books.invoicePayments.values()].filter(
        ({ invoice, payment }) =>
          (asked.invoice ?? invoice) === invoice &&
          (asked.payment?.payment_intent ?? payment.payment_intent) === payment.payment_intent,
      ),
      asked,
    ),
  ),
]

const portal = [
  route('GET', '/v1/billing_portal/configurations', ask.configurationList, (books, asked) =>
    listOf(books.configurations.values(), asked),
  ),
  route('POST', '/v1/billing_portal/configurations', ask.configurationCreate, (books, { metadata }) => {
    const made = { ...books.born('bpc', 'billing_portal.configuration'), active: true, metadata }
    books.configurations.set(made.id, made)
    return made
  }),
  route('POST', '/v1/billing_portal/sessions', ask.portalCreate, (books, asked) => {
    books.get(books.customers, 'customer', asked.customer, 'customer')
    books.get(books.configurations, 'configuration', asked.configuration)
    const born = books.born('bps', 'billing_portal.session')
    return { ...born, ...asked, url: `https://billing.stripe.test/p/session/${born.id}` }
  }),
]

/** What is used of Stripe's API. */
export const routes: Route[] = [...customers, ...prices, ...sessions, ...money, ...subscriptions, ...invoices, ...portal]
