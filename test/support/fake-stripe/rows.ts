/** Stripe's things, as its API of this version shows them; of their fields those that somebody may read here. Moments are seconds. */
interface Thing<Name extends string> {
  id: string
  object: Name
  created: number
  livemode: false
}

interface Marked {
  metadata: Record<string, string>
}

export interface Customer extends Thing<'customer'>, Marked {
  email: string | null
  invoice_settings: { default_payment_method: string | null }
}

export interface Price extends Thing<'price'>, Marked {
  active: boolean
  currency: string
  unit_amount: number
  lookup_key: string | null
  product: string
  recurring: { interval: 'month' | 'year'; interval_count: 1; usage_type: 'licensed' | 'metered'; meter: string | null } | null
  tax_behavior: string
}

export interface Meter extends Thing<'billing.meter'> {
  event_name: string
  display_name: string
  status: 'active'
  customer_mapping: { type: 'by_id'; event_payload_key: string }
  value_settings: { event_payload_key: string }
}

export interface MeterEvent extends Omit<Thing<'billing.meter_event'>, 'id'> {
  event_name: string
  identifier: string
  payload: Record<string, string>
  timestamp: number
}

export interface Session extends Thing<'checkout.session'>, Marked {
  mode: 'payment' | 'subscription'
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid' | 'no_payment_required'
  amount_total: number
  currency: string
  client_reference_id: string | null
  customer: string
  payment_intent: string | null
  subscription: string | null
  invoice: string | null
  expires_at: number
  success_url: string
  cancel_url: string | null
  url: string | null
}

export interface PaymentIntent extends Thing<'payment_intent'>, Marked {
  amount: number
  currency: string
  customer: string
  description: string | null
  status: 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled'
  latest_charge: string | null
  last_payment_error: { code: string; message: string } | null
}

export interface Charge extends Thing<'charge'>, Marked {
  amount: number
  amount_refunded: number
  currency: string
  customer: string
  payment_intent: string
  disputed: boolean
  refunded: boolean
  paid: boolean
  status: 'succeeded' | 'failed' | 'pending'
  receipt_url: string | null
}

export interface Refund extends Omit<Thing<'refund'>, 'livemode'>, Marked {
  amount: number
  currency: string
  charge: string
  payment_intent: string
  status: 'succeeded' | 'pending' | 'failed' | 'canceled'
}

export interface Dispute extends Thing<'dispute'>, Marked {
  amount: number
  currency: string
  charge: string
  payment_intent: string
  status: 'warning_needs_response' | 'needs_response' | 'under_review' | 'won' | 'lost' | 'prevented'
  /** Money that it took, below 0, and gave back. */
  balance_transactions: { amount: number }[]
}

interface Item {
  id: string
  object: 'subscription_item'
  subscription: string
  price: Price
  quantity?: number
  current_period_start: number
  current_period_end: number
}

export interface Subscription extends Thing<'subscription'>, Marked {
  customer: string
  status: 'incomplete' | 'active' | 'past_due' | 'unpaid' | 'canceled'
  billing_cycle_anchor: number
  start_date: number
  cancel_at: number | null
  cancel_at_period_end: boolean
  canceled_at: number | null
  ended_at: number | null
  default_payment_method: string | null
  latest_invoice: string | null
  items: { object: 'list'; data: [Item]; has_more: false }
}

export interface Line {
  id: string
  object: 'line_item'
  amount: number
  currency: string
  description: string
  quantity: number
  period: { start: number; end: number }
  pricing: { type: 'price_details'; price_details?: { price: string; product: string } } | null
  parent: {
    type: 'subscription_item_details' | 'invoice_item_details'
    subscription_item_details: { subscription: string; subscription_item: string; proration: false } | null
    invoice_item_details: { invoice_item: string; proration: false; subscription: string | null } | null
  }
}

export interface Invoice extends Thing<'invoice'>, Marked {
  customer: string
  currency: string
  status: 'draft' | 'open' | 'paid' | 'uncollectible' | 'void'
  billing_reason: 'subscription_create' | 'subscription_cycle' | 'manual'
  auto_advance: boolean
  amount_due: number
  amount_paid: number
  attempt_count: number
  next_payment_attempt: number | null
  default_payment_method: string | null
  hosted_invoice_url: string | null
  lines: { object: 'list'; data: Line[]; has_more: false }
  parent: {
    type: 'subscription_details'
    subscription_details: { subscription: string; metadata: Record<string, string> }
  } | null
  status_transitions: { finalized_at: number | null; paid_at: number | null }
}

export interface InvoicePayment extends Thing<'invoice_payment'> {
  invoice: string
  status: 'open' | 'paid' | 'canceled'
  amount_requested: number
  payment: { type: 'payment_intent'; payment_intent: string }
}

export interface Configuration extends Thing<'billing_portal.configuration'>, Marked {
  active: boolean
}

export type Row =
  | Customer
  | Price
  | Meter
  | Session
  | PaymentIntent
  | Charge
  | Refund
  | Dispute
  | Subscription
  | Invoice
  | InvoicePayment
  | Configuration
