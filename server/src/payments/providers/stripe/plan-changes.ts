import type { Stripe } from 'stripe'
import type { SoldPlan } from '../../provider.ts'
import { marked } from './marks.ts'
import type { Prices } from './prices.ts'
import { endsWithPeriod, itemOf } from './subscriptions.ts'

/** From the next renewal on the other price counts. What was paid for stays paid for. */
export async function changePlan(stripe: Stripe, prices: Prices, reference: string, plan: SoldPlan): Promise<void> {
  const [item, price] = [itemOf(await stripe.subscriptions.retrieve(reference)), await prices.plan(plan)]
  if (item.price.id === price) return
  await stripe.subscriptions.update(reference, { items: [{ id: item.id, price }], proration_behavior: 'none' })
}

export async function setEndWithPeriod(stripe: Stripe, reference: string, ends: boolean): Promise<void> {
  const subscription = await stripe.subscriptions.retrieve(reference)
  if (endsWithPeriod(subscription) === ends) return
  // The end may also have been set as a date, at Stripe's own pages.
  const dated = !ends && !subscription.cancel_at_period_end
  await stripe.subscriptions.update(reference, dated ? { cancel_at: '' } : { cancel_at_period_end: ends })
}

/** Of a plan nothing is charged any more; of pay-as-you-go what was told of its use still is. */
export async function endNow(stripe: Stripe, reference: string): Promise<void> {
  const subscription = await stripe.subscriptions.retrieve(reference)
  if (subscription.ended_at !== null) return
  const metered = marked(subscription, 'kind') === 'metered'
  await stripe.subscriptions.cancel(reference, { prorate: false, invoice_now: metered })
  if (metered) return
  // Stripe stops collecting what is finalised by itself, but not what is drafted.
  for await (const { id } of stripe.invoices.list({ subscription: reference, status: 'draft', limit: 100 })) {
    await stripe.invoices.update(id, { auto_advance: false })
  }
}
