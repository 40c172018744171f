import type { Stripe } from 'stripe'

const mark = 'toile_portal'
const form = '1'

/** Stripe's own pages for cards and invoices. Plans are changed and cancelled in Toile, where it is told what that does. */
export async function openPortal(stripe: Stripe, customer: string, returnUrl: string): Promise<string> {
  const configuration = await configurationOf(stripe)
  const { url } = await stripe.billingPortal.sessions.create({ customer, configuration, return_url: returnUrl })
  return url
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
