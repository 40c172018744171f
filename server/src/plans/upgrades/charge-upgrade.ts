import type { Checkout, Subscription } from '../../../generated/sqlite/client.ts'
import { cycleAt, type Span } from '../cycles/cycles.ts'
import type { PlansDeps } from '../deps.ts'

interface Running {
  row: Subscription
  cycles: readonly Span[]
}

/** Charges the difference that was agreed to, once, and keeps the payment. Answers where to pay it, if it takes a hand. */
export async function chargeUpgrade(
  deps: PlansDeps,
  running: Running,
  asked: Checkout,
): Promise<{ reference: string; url: string | null }> {
  const { offers, provider } = deps
  const { id: key, offerId, offersVersion, amount, currency } = asked
  const plan = offers.sold(offers.plan(offerId, offersVersion), offersVersion)
  const charged = await provider.charge(running.row.reference, { key, amount: { amount, currency }, plan })
  await keepUpgrade(deps, running, { asked, reference: charged.reference })
  return charged
}

/** Keeps the payment of a difference. It counts from the cycle in which it was agreed to. */
export async function keepUpgrade(
  { db, ids, provider }: PlansDeps,
  { row, cycles }: Running,
  { asked, reference }: { asked: Checkout; reference: string },
): Promise<void> {
  const { id: checkoutId, accountId, offerId, offersVersion, credits, amount, currency, createdAt } = asked
  const of = { kind: 'upgrade', accountId, subscriptionId: row.id, checkoutId, offerId, offersVersion, credits, amount, currency }
  const span = { periodStart: cycleAt(cycles, createdAt)?.start ?? row.periodStart, periodEnd: row.periodEnd }
  const key = { provider: provider.name, reference }
  await db.write.payment.upsert({
    where: { provider_reference: key },
    create: { id: ids.next(), ...key, ...of, ...span, state: 'open', createdAt },
    update: key,
  })
}
