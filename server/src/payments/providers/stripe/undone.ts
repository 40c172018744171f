import type { Stripe } from 'stripe'

/** Money that went back, or that a dispute holds, in the smallest unit. */
export interface Undone {
  refunded: number
  disputed: number
  /** Of what is disputed: what does not come back. */
  lost: number
}

/** Gone, or on its way: what failed or was cancelled came back. */
const out = new Set<string | null>(['succeeded', 'pending', 'requires_action'])
/** While a dispute runs, and after it was lost, the bank has the money. An inquiry (`warning_…`) takes none yet. */
const held = new Set<string>(['needs_response', 'under_review', 'lost', 'appeal_needs_response', 'appeal_under_review'])

/** One that was prevented took the money itself, or had a refund made, which is counted as such. */
function isHeld({ status, balance_transactions }: Stripe.Dispute): boolean {
  if (status !== 'prevented') return held.has(status)
  return balance_transactions.reduce((sum, { amount }) => sum + amount, 0) < 0
}

/** Decided, and not for us. */
const decided = new Set<string>(['lost', 'prevented'])

/** All refunds and disputes of a payment, as they stand now. */
export async function undoneOf(stripe: Stripe, intent: Stripe.PaymentIntent): Promise<Undone> {
  const charge = intent.latest_charge
  // The charge, where it was asked for, tells whether there is anything to look for.
  const untouched = charge !== null && typeof charge !== 'string' && charge.amount_refunded === 0 && !charge.disputed
  if (charge === null || untouched) return { refunded: 0, disputed: 0, lost: 0 }
  const which = { payment_intent: intent.id, limit: 100 }
  let [refunded, disputed, lost] = [0, 0, 0]
  for await (const refund of stripe.refunds.list(which)) if (out.has(refund.status)) refunded += refund.amount
  for await (const dispute of stripe.disputes.list(which)) {
    if (!isHeld(dispute)) continue
    disputed += dispute.amount
    if (decided.has(dispute.status)) lost += dispute.amount
  }
  return { refunded, disputed, lost }
}
