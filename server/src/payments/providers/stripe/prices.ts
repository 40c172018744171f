import type { Stripe } from 'stripe'
import { ProviderError, type SoldPlan } from '../../provider.ts'
import { idOf, marked, marks } from './marks.ts'

export interface Prices {
  plan(plan: SoldPlan): Promise<string>
  metered(offer: MeteredTerms): Promise<string>
  /** The plan that a price is of; null of pay-as-you-go, and of what is not Toile's. */
  planOf(price: Stripe.Price | string): Promise<{ id: string; version: number } | null>
}

interface MeteredTerms {
  version: number
  creditPrice: { amount: number; currency: string }
}

/** By this name use is told to the meter. */
export const meterEvent = 'toile_credits'

/** Prices are found by name, `toile_<plan>_v<version>`, or made: nobody has to set up anything at Stripe. */
export function createPrices(stripe: Stripe): Prices {
  /** What a price is of never changes. */
  const known = new Map<string, { id: string; version: number } | null>()
  return {
    plan: async ({ id, version, credits, price, interval }) => {
      const terms = { currency: price.currency.toLowerCase(), unit_amount: price.amount, recurring: { interval } }
      const metadata = { [marks.plan]: id, [marks.version]: String(version) }
      const name = `${credits} credits each month`
      return findOrMake(stripe, { ...terms, lookup_key: `toile_${id}_v${version}`, product_data: { name }, metadata })
    },
    metered: async ({ version, creditPrice: { amount, currency } }) => {
      const recurring = { interval: 'month', usage_type: 'metered', meter: await meterOf(stripe) } as const
      const terms = { currency: currency.toLowerCase(), unit_amount: amount, recurring }
      const metadata = { [marks.kind]: 'metered', [marks.version]: String(version) }
      const product_data = { name: 'Credits as you go' }
      return findOrMake(stripe, { ...terms, lookup_key: `toile_metered_v${version}`, product_data, metadata })
    },
    planOf: async (price) => {
      const before = known.get(idOf(price))
      if (before !== undefined) return before
      const whole = typeof price === 'string' ? await stripe.prices.retrieve(price) : price
      const [id, version] = [marked(whole, 'plan'), Number(marked(whole, 'version'))]
      const plan = id === null ? null : { id, version }
      known.set(whole.id, plan)
      return plan
    },
  }
}

type Terms = Stripe.PriceCreateParams & { lookup_key: string; unit_amount: number; recurring: { interval: string } }

/** Throws where a price of that name has other terms: somebody changed a version that was sold. */
async function findOrMake(stripe: Stripe, terms: Terms): Promise<string> {
  const { lookup_key, unit_amount, currency, recurring } = terms
  const { data } = await stripe.prices.list({ lookup_keys: [lookup_key], limit: 1 })
  const [price] = data
  if (price === undefined) {
    const idempotencyKey = `toile-price-${lookup_key}-${unit_amount}-${currency}-${recurring.interval}`
    return (await stripe.prices.create({ ...terms, tax_behavior: 'inclusive' }, { idempotencyKey })).id
  }
  const same =
    price.unit_amount === unit_amount && price.currency === currency && price.recurring?.interval === recurring.interval
  if (!same) throw new ProviderError(`The price ${lookup_key} at Stripe has other terms than the list`, { passing: false })
  return price.id
}

/** Null while nobody has bought pay-as-you-go there. */
export async function findMeter(stripe: Stripe): Promise<string | null> {
  for await (const meter of stripe.billing.meters.list({ status: 'active', limit: 100 })) {
    if (meter.event_name === meterEvent) return meter.id
  }
  return null
}

async function meterOf(stripe: Stripe): Promise<string> {
  const known = await findMeter(stripe)
  if (known !== null) return known
  const made = await stripe.billing.meters.create(
    {
      display_name: 'Toile credits',
      event_name: meterEvent,
      default_aggregation: { formula: 'sum' },
      customer_mapping: { type: 'by_id', event_payload_key: 'stripe_customer_id' },
      value_settings: { event_payload_key: 'value' },
    },
    { idempotencyKey: 'toile-meter' },
  )
  return made.id
}
