import Stripe from 'stripe'
import type { UseReport } from '../../provider.ts'
import { seconds } from './marks.ts'
import { findMeter, meterEvent } from './prices.ts'

/**
 * Tells the meter of used credits. Stripe refuses an identifier that it knows (for a day at least): then it was told, and all is well.
 */
export async function reportUse(stripe: Stripe, { identifier, customer, credits, at }: UseReport): Promise<void> {
  const timestamp = seconds(at)
  const payload = { stripe_customer_id: customer, value: String(credits) }
  try {
    await stripe.billing.meterEvents.create(
      { event_name: meterEvent, identifier, timestamp, payload },
      // Not the identifier alone: the same use may be told again with another moment, once its period is billed.
      { idempotencyKey: `toile-use-${identifier}-${timestamp}` },
    )
  } catch (error) {
    if (!wasTold(error)) throw error
  }
}

/** Sums of what the meter was told, dated within whole minutes. Stripe forgets identifiers after a day, but never these. */
export async function readUse(stripe: Stripe, customer: string, { start, end }: { start: Date; end: Date }): Promise<number> {
  const meter = await findMeter(stripe)
  if (meter === null || end <= start) return 0
  let credits = 0
  const asked = { customer, start_time: seconds(start), end_time: seconds(end), limit: 100 }
  for await (const { aggregated_value } of stripe.billing.meters.listEventSummaries(meter, asked)) credits += aggregated_value
  return credits
}

/** "An event already exists with identifier …": an error without a code of its own in some versions. */
function wasTold(error: unknown): boolean {
  if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) return false
  return error.code === 'duplicate_meter_event' || /event already exists with identifier/i.test(error.message)
}
