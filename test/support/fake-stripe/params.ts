import * as z from 'zod'

/*
 * What may be asked, and nothing else: a parameter that is not here is an error, as at Stripe. Who needs another one adds it after a
 * look at Stripe's reference.
 */
const whole = z.coerce.number().int()
const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true')
const metadata = z.record(z.string().max(40), z.string().max(500))
const expand = z.array(z.string()).optional()
const currency = z.string().regex(/^[a-z]{3}$/)
const price = { currency, unit_amount: whole.positive(), tax_behavior: z.enum(['inclusive', 'exclusive']).optional() }
const page = { limit: whole.min(1).max(100).default(10), starting_after: z.string().optional(), expand }

export const retrieve = z.strictObject({ expand })
export const nothing = z.strictObject({})

export const customerCreate = z.strictObject({ email: z.email().optional(), metadata: metadata.default({}) })
export const customerUpdate = z.strictObject({
  email: z.email().optional(),
  invoice_settings: z.strictObject({ default_payment_method: z.string() }).optional(),
})

export const priceList = z.strictObject({ ...page, lookup_keys: z.array(z.string()).optional() })
export const priceCreate = z.strictObject({
  ...price,
  lookup_key: z.string().max(200),
  product_data: z.strictObject({ name: z.string() }),
  recurring: z.strictObject({
    interval: z.enum(['month', 'year']),
    usage_type: z.enum(['licensed', 'metered']).default('licensed'),
    meter: z.string().optional(),
  }),
  metadata: metadata.default({}),
})

export const meterList = z.strictObject({ ...page, status: z.literal('active').optional() })
export const meterCreate = z.strictObject({
  display_name: z.string(),
  event_name: z.string().max(100),
  default_aggregation: z.strictObject({ formula: z.literal('sum') }),
  customer_mapping: z.strictObject({ type: z.literal('by_id'), event_payload_key: z.string() }),
  value_settings: z.strictObject({ event_payload_key: z.string() }),
})
const minute = whole.refine((moment) => moment % 60 === 0, { error: 'must be aligned with minute boundaries' })
export const meterSummaryList = z.strictObject({ ...page, customer: z.string(), start_time: minute, end_time: minute })
export const meterEventCreate = z.strictObject({
  event_name: z.string(),
  identifier: z.string().max(100),
  timestamp: whole,
  payload: z.strictObject({ stripe_customer_id: z.string(), value: z.string().regex(/^\d+$/) }),
})

const common = {
  customer: z.string(),
  client_reference_id: z.string().max(200).optional(),
  metadata: metadata.default({}),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  adaptive_pricing: z.strictObject({ enabled: yesOrNo }).optional(),
  expand,
}
export const sessionCreate = z.discriminatedUnion('mode', [
  z.strictObject({
    ...common,
    mode: z.literal('payment'),
    line_items: z.tuple([
      z.strictObject({
        quantity: z.literal('1'),
        price_data: z.strictObject({ ...price, product_data: z.strictObject({ name: z.string() }) }),
      }),
    ]),
    payment_intent_data: z
      .strictObject({ description: z.string().optional(), metadata: metadata.default({}) })
      .default({ metadata: {} }),
  }),
  z.strictObject({
    ...common,
    mode: z.literal('subscription'),
    line_items: z.tuple([z.strictObject({ quantity: z.literal('1').optional(), price: z.string() })]),
    subscription_data: z.strictObject({ metadata: metadata.default({}) }).default({ metadata: {} }),
  }),
])

export const sessionList = z.strictObject({ ...page, payment_intent: z.string().optional() })
export const intentList = z.strictObject({ ...page, customer: z.string().optional() })

export const refundList = z.strictObject({ ...page, payment_intent: z.string().optional() })
export const refundCreate = z.strictObject({
  payment_intent: z.string(),
  amount: whole.positive().optional(),
  metadata: metadata.default({}),
})

export const subscriptionList = z.strictObject({ ...page, customer: z.string().optional() })
export const subscriptionUpdate = z.strictObject({
  items: z.tuple([z.strictObject({ id: z.string(), price: z.string() })]).optional(),
  proration_behavior: z.literal('none').optional(),
  cancel_at_period_end: yesOrNo.optional(),
  cancel_at: z.literal('').optional(),
  default_payment_method: z.literal('').optional(),
})
export const subscriptionCancel = z.strictObject({ prorate: yesOrNo.optional(), invoice_now: yesOrNo.optional() })

export const invoiceList = z.strictObject({
  ...page,
  customer: z.string().optional(),
  subscription: z.string().optional(),
  status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
})
export const invoiceCreate = z.strictObject({
  customer: z.string(),
  currency,
  auto_advance: yesOrNo,
  pending_invoice_items_behavior: z.literal('exclude'),
  default_payment_method: z.string().optional(),
  metadata: metadata.default({}),
})
export const invoiceUpdate = z.strictObject({ auto_advance: yesOrNo })
export const invoiceFinalize = z.strictObject({ auto_advance: yesOrNo.optional(), expand })
export const invoiceItemCreate = z.strictObject({
  customer: z.string(),
  invoice: z.string(),
  amount: whole,
  currency,
  description: z.string().optional(),
})
export const invoicePaymentList = z.strictObject({
  ...page,
  invoice: z.string().optional(),
  payment: z.strictObject({ type: z.literal('payment_intent'), payment_intent: z.string() }).optional(),
})

export const configurationList = z.strictObject({ ...page, active: yesOrNo.optional() })
export const configurationCreate = z.strictObject({
  features: z.strictObject({
    payment_method_update: z.strictObject({ enabled: yesOrNo }),
    invoice_history: z.strictObject({ enabled: yesOrNo }),
  }),
  metadata: metadata.default({}),
})
export const portalCreate = z.strictObject({ customer: z.string(), configuration: z.string(), return_url: z.url() })
