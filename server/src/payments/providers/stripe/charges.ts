import Stripe from 'stripe'
import type { ChargeOrder } from '../../provider.ts'
import { idOf, marked, marks } from './marks.ts'

/**
 * Charges a difference on an invoice of its own, by the card that the subscription is paid by. Where the bank refuses or wants the
 * designer's word, the invoice stays open at its address; Stripe does not try it again by itself.
 */
export async function charge(
  stripe: Stripe,
  subscription: string,
  order: ChargeOrder,
): Promise<{ reference: string; url: string | null }> {
  const invoice = await payNow(stripe, await invoiceOf(stripe, subscription, order))
  return { reference: invoice.id, url: invoice.status === 'open' ? (invoice.hosted_invoice_url ?? null) : null }
}

/** A draft is none yet: nobody sees it, and Stripe does nothing with it by itself. */
export async function findCharge(stripe: Stripe, subscription: string, key: string): Promise<string | null> {
  const { customer } = await stripe.subscriptions.retrieve(subscription)
  const invoice = await invoiceFor(stripe, idOf(customer), key)
  return invoice === null || invoice.status === 'draft' ? null : invoice.id
}

export async function dropCharge(stripe: Stripe, reference: string): Promise<void> {
  const isOpen = async () => (await stripe.invoices.retrieve(reference)).status === 'open'
  if (!(await isOpen())) return
  try {
    await stripe.invoices.voidInvoice(reference)
  } catch (error) {
    // Paid between the question and the order: then nobody can pay it any more either.
    if (await isOpen()) throw error
  }
}

/** Ready to be paid. Each step has its own key, so that one that was cut short is taken up again. */
async function invoiceOf(stripe: Stripe, subscription: string, order: ChargeOrder): Promise<Stripe.Invoice> {
  const payer = await stripe.subscriptions.retrieve(subscription)
  const before = await invoiceFor(stripe, idOf(payer.customer), order.key)
  const invoice = before ?? (await draftInvoice(stripe, payer, order))
  if (invoice.status !== 'draft') return invoice
  // Its key is forgotten after a day: what is on the invoice already is not put there again.
  if (invoice.lines.data.length === 0) await addDifference(stripe, invoice, order)
  return stripe.invoices.finalizeInvoice(invoice.id, { auto_advance: false })
}

async function addDifference(stripe: Stripe, invoice: Stripe.Invoice, order: ChargeOrder): Promise<void> {
  const { amount, currency } = order.amount
  await stripe.invoiceItems.create(
    {
      customer: customerOf(invoice),
      invoice: invoice.id,
      amount,
      currency: currency.toLowerCase(),
      description: `Change to ${order.plan.credits} credits each month`,
    },
    { idempotencyKey: `toile-charge-item-${order.key}` },
  )
}

async function invoiceFor(stripe: Stripe, customer: string, key: string): Promise<Stripe.Invoice | null> {
  for await (const invoice of stripe.invoices.list({ customer, limit: 100 })) {
    if (marked(invoice, 'charge') === key) return invoice
  }
  return null
}

/** None of the subscription's own: one that waits to be paid would make that past due. */
async function draftInvoice(stripe: Stripe, payer: Stripe.Subscription, order: ChargeOrder): Promise<Stripe.Invoice> {
  const { customer, default_payment_method } = payer
  return stripe.invoices.create(
    {
      customer: idOf(customer),
      currency: order.amount.currency.toLowerCase(),
      auto_advance: false,
      // Others may have items waiting for that customer.
      pending_invoice_items_behavior: 'exclude',
      metadata: { [marks.charge]: order.key },
      ...(default_payment_method === null ? {} : { default_payment_method: idOf(default_payment_method) }),
    },
    { idempotencyKey: `toile-charge-${order.key}` },
  )
}

/** A bank's refusal is an answer, not a fault: the invoice then waits for the designer. */
async function payNow(stripe: Stripe, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  if (invoice.status !== 'open') return invoice
  try {
    return await stripe.invoices.pay(invoice.id)
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeCardError || error instanceof Stripe.errors.StripeInvalidRequestError
    if (!refused) throw error
    return stripe.invoices.retrieve(invoice.id)
  }
}

function customerOf({ customer }: Stripe.Invoice): string {
  if (customer === null) throw new TypeError('An invoice at Stripe has no customer')
  return idOf(customer)
}
