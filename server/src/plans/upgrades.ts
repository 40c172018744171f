import type { Checkout, Payment, Subscription } from '../../generated/sqlite/client.ts'
import { endOfWhatCame, paymentNewsOf } from '../payments/payment-news.ts'
import { type PaymentFacts, ProviderError } from '../payments/provider.ts'
import { rowOf } from '../payments/sync-payment.ts'
import type { Tx } from '../platform/db.ts'
import { cycleAt, type Span } from './cycles.ts'
import type { PlansDeps } from './deps.ts'
import type { Upgrade } from './due-lots.ts'

/** For how long a charge is asked for whose answer never came, in ms: so long a provider knows the key again. */
const askedForMs = 23 * 3_600_000

export interface ReadUpgrade extends Upgrade {
  state: PaymentFacts['state']
  checkoutId: string | null
  facts: PaymentFacts
}

/** Charges the difference that was agreed to, once, and keeps the payment. Answers where to pay it, if it takes a hand. */
export async function chargeUpgrade(
  { db, ids, offers, provider }: PlansDeps,
  { row, cycles }: { row: Subscription; cycles: readonly Span[] },
  asked: Checkout,
): Promise<{ reference: string; url: string | null }> {
  const { id: checkoutId, accountId, offerId, offersVersion, credits, amount, currency, createdAt } = asked
  const plan = offers.sold(offers.plan(offerId, offersVersion), offersVersion)
  const { reference, url } = await provider.charge(row.reference, { key: checkoutId, amount: { amount, currency }, plan })
  const of = { kind: 'upgrade', accountId, subscriptionId: row.id, checkoutId, offerId, offersVersion, credits, amount, currency }
  const span = { periodStart: cycleAt(cycles, createdAt)?.start ?? row.periodStart, periodEnd: row.periodEnd }
  const key = { provider: provider.name, reference }
  await db.write.payment.upsert({
    where: { provider_reference: key },
    create: { id: ids.next(), ...key, ...of, ...span, state: 'open', createdAt },
    update: key,
  })
  return { reference, url }
}

/**
 * Asks again for charges whose answer never came: they may have been made. One that is refused for ever is off. True where one
 * is without an answer still: nothing else waits for it.
 */
export async function askAgain(deps: PlansDeps, row: Subscription, cycles: readonly Span[]): Promise<boolean> {
  const { accountId, provider } = row
  const open = await deps.db.write.checkout.findMany({ where: { accountId, provider, kind: 'upgrade', state: 'open' } })
  const charged = await deps.db.write.payment.findMany({ where: { checkoutId: { in: open.map(({ id }) => id) } } })
  let unanswered = false
  for (const asked of open.filter(({ id }) => !charged.some(({ checkoutId }) => checkoutId === id))) {
    if (!(await isAnswered(deps, { row, cycles }, asked))) unanswered = true
  }
  return unanswered
}

async function isAnswered(
  deps: PlansDeps,
  of: { row: Subscription; cycles: readonly Span[] },
  asked: Checkout,
): Promise<boolean> {
  const { db, clock, log } = deps
  try {
    await chargeUpgrade(deps, of, asked)
    return true
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const tooOld = clock.now().getTime() - asked.createdAt.getTime() > askedForMs
    log.warn({ err: error, checkout: asked.id, tooOld }, 'the difference to a larger plan could not be charged')
    if (error.passing && !tooOld) return false
    await db.write.checkout.updateMany({ where: { id: asked.id, state: 'open' }, data: { state: 'cancelled' } })
    return true
  }
}

/** The differences that were charged for a plan, as the provider has them now, oldest first. */
export async function readUpgrades({ db, provider }: PlansDeps, { id: subscriptionId }: Subscription): Promise<ReadUpgrade[]> {
  const rows = await db.write.payment.findMany({
    where: { subscriptionId, kind: 'upgrade' },
    orderBy: [{ periodStart: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const upgrades: ReadUpgrade[] = []
  for (const row of rows) upgrades.push(upgradeOf(row, await provider.readPayment(row.reference)))
  return upgrades
}

function upgradeOf(row: Payment, facts: PaymentFacts): ReadUpgrade {
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
    const other = { id, state: { notIn: [next, 'paid'] } }
    const { count } = await db.write.checkout.updateMany({ where: other, data: { state: next, finishedAt } })
    if (count === 0) continue
    const row = await db.write.checkout.findUniqueOrThrow({ where: { id } })
    onNews(row.accountId, paymentNewsOf(row, next, next === 'paid' ? await endOfWhatCame(db, id) : null))
  }
}
