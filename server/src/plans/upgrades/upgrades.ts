import type { Payment, Subscription } from '../../../generated/sqlite/client.ts'
import { endOfWhatCame, paymentNewsOf } from '../../payments/payment-news.ts'
import type { PaymentFacts } from '../../payments/provider.ts'
import { rowOf } from '../../payments/sync-payment.ts'
import type { Tx } from '../../platform/db.ts'
import type { Upgrade } from '../cycles/cycle-lots.ts'
import type { PlansDeps } from '../deps.ts'

export interface ReadUpgrade extends Upgrade {
  state: PaymentFacts['state']
  checkoutId: string | null
  facts: PaymentFacts
}

/** The differences that were charged for a plan, as the provider has them now, oldest first. */
export async function readUpgrades(
  { db, offers, provider }: PlansDeps,
  { id: subscriptionId }: Subscription,
): Promise<ReadUpgrade[]> {
  const rows = await db.write.payment.findMany({
    where: { subscriptionId, kind: 'upgrade' },
    orderBy: [{ periodStart: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const upgrades: ReadUpgrade[] = []
  for (const row of rows) {
    const { rollover } = offers.plan(row.offerId, row.offersVersion)
    upgrades.push({ ...upgradeOf(row, await provider.readPayment(row.reference)), rollover })
  }
  return upgrades
}

function upgradeOf(row: Payment, facts: PaymentFacts): Omit<ReadUpgrade, 'rollover'> {
  const { id, reference, offerId, offersVersion, credits, periodStart, createdAt, checkoutId } = row
  const plan = { id: offerId, version: offersVersion }
  return { id, reference, plan, credits, state: facts.state, from: periodStart ?? createdAt, checkoutId, facts }
}

export async function writeUpgrades(tx: Tx, upgrades: readonly ReadUpgrade[]): Promise<void> {
  for (const { id, facts } of upgrades) await tx.payment.update({ where: { id }, data: rowOf(facts) })
}

/** Says what became of them, once each. */
export async function tellUpgrades({ db, clock, onNews }: PlansDeps, upgrades: readonly ReadUpgrade[]): Promise<void> {
  for (const { checkoutId: id, state } of upgrades) {
    if (id === null || state === 'open') continue
    const next = state === 'failed' ? 'declined' : state
    const finishedAt = next === 'paid' ? clock.now() : null
    // One that was dropped is off, unless it was paid in that moment.
    const over = next === 'paid' ? ['paid'] : ['paid', 'cancelled']
    const other = { id, state: { notIn: [next, ...over] } }
    const { count } = await db.write.checkout.updateMany({ where: other, data: { state: next, finishedAt } })
    if (count === 0) continue
    const row = await db.write.checkout.findUniqueOrThrow({ where: { id } })
    onNews(row.accountId, paymentNewsOf(row, next, next === 'paid' ? await endOfWhatCame(db, id) : null))
  }
}
