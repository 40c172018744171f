import type { Stripe } from 'stripe'
import { idOf, marked } from './marks.ts'

const mark = 'toile_portal'
const form = '1'

/** Stripe's own pages for cards and invoices. Plans are changed and cancelled in Toile, where it is told what that does. */
export async function openPortal(stripe: Stripe, customer: string, returnUrl: string): Promise<string> {
  const configuration = await configurationOf(stripe)
  const { url } = await stripe.billingPortal.sessions.create({ customer, configuration, return_url: returnUrl })
  await freeCards(stripe, customer)
  return url
}

/**
 * Checkout ties a card to what was agreed to, and that card goes before the one that is chosen at the portal. So it becomes the
 * chosen one now, where there is none yet, and is tied no longer. Another one than the chosen was meant for that alone, and stays.
 */
async function freeCards(stripe: Stripe, id: string): Promise<void> {
  const customer = await stripe.customers.retrieve(id)
  if (customer.deleted === true) return
  const { default_payment_method } = customer.invoice_settings
  let chosen = default_payment_method === null ? null : idOf(default_payment_method)
  for await (const subscription of stripe.subscriptions.list({ customer: id, limit: 100 })) {
    const tied = subscription.default_payment_method === null ? null : idOf(subscription.default_payment_method)
    if (tied === null || marked(subscription, 'account') === null) continue
    if (chosen === null) await stripe.customers.update(id, { invoice_settings: { default_payment_method: tied } })
    chosen ??= tied
    if (chosen === tied) await stripe.subscriptions.update(subscription.id, { default_payment_method: '' })
  }
}

async function configurationOf(stripe: Stripe): Promise<string> {
  for await (const made of stripe.billingPortal.configurations.list({ active: true, limit: 100 })) {
    if (made.metadata?.[mark] === form) return made.id
  }
  const features = { payment_method_update: { enabled: true }, invoice_history: { enabled: true } }
  const { id } = await stripe.billingPortal.configurations.create(
    { features, metadata: { [mark]: form } },
    { idempotencyKey: `toile-portal-${form}` },
  )
  return id
}
