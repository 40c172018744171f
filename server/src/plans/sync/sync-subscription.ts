import type { Subscription } from '../../../generated/sqlite/client.ts'
import { payable } from '../../payments/checkouts/checkouts.ts'
import { letThrough, maxReadings } from '../../payments/readings.ts'
import type { PlansDeps } from '../deps.ts'
import { beginOf, besides, endWhatMayNot } from './end-second.ts'
import { beginReading, Superseded } from './reading.ts'
import { syncMetered } from './sync-metered.ts'
import { syncPlan } from './sync-plan.ts'

/*
 *  an event, a yes of the designer, or time
 *     ▼
 *  begin a reading (its number grows) ──▶ read the provider ──▶ end what may not go on? ── ended ──▶ begin again
 *     ▼
 *  row and payments ──▶ lots that are due ──▶ what is undone of them ──▶ tell the provider the next plan ──▶ when to look next
 *
 *  Each step is written only while the reading is the newest. A newer one begins again by itself; one that dies is looked at
 *  again by the sweep.
 */

/**
 * Brings a subscription, its payments and its lots to what the provider says of it now. Doing it twice does no harm.
 * Throws what the provider throws where it cannot be reached.
 * @param reference the provider's own
 * @param checkoutId where it was agreed to, if that is known
 * @returns false where it is none of ours: another Toile may have the same account at the provider
 */
export async function syncSubscription(deps: PlansDeps, reference: string, checkoutId?: string): Promise<boolean> {
  const { db, clock, provider, log } = deps
  const agreed = await known(deps, reference)
  if (agreed === null) return false
  if (checkoutId !== undefined) await takeTerms(deps, agreed, checkoutId)
  for (let readings = 0; readings < maxReadings; readings++) {
    const { row, reading } = await beginReading(db, agreed.id, clock.now())
    const facts = await provider.readSubscription(reference)
    try {
      if (await endWhatMayNot(deps, row, facts)) continue
      if (facts.kind === 'plan') await syncPlan(deps, { row, reading, facts, checkoutId: checkoutId ?? null })
      else await syncMetered(deps, { row, reading, facts })
    } catch (error) {
      if (!(error instanceof Superseded)) throw error
      await letThrough(readings)
      continue
    }
    if (facts.state === 'ended' || facts.state === 'incomplete') return true
    await closeOthers(deps, row, checkoutId)
    const begun = { ...row, anchor: beginOf(facts) }
    for (const other of await besides(deps, begun)) await syncSubscription(deps, other.reference)
    return true
  }
  log.info({ subscription: agreed.id }, 'a subscription was read by several at once; the sweep looks again')
  return true
}

/** What was begun beside it, in another tab perhaps, is not paid as well. */
async function closeOthers({ db, checkouts }: PlansDeps, row: Subscription, checkoutId: string | undefined): Promise<void> {
  const { accountId, kind, provider } = row
  const open = { accountId, kind, provider, state: { in: payable }, createdAt: { lte: row.createdAt } }
  const others = await db.write.checkout.findMany({ where: open, select: { id: true } })
  for (const { id } of others) if (id !== checkoutId) await checkouts.close(id)
}

/** Our row of it, made when it is first heard of; null where its account was never here. */
async function known({ db, ids, clock, provider, offers }: PlansDeps, reference: string): Promise<Subscription | null> {
  const key = { provider: provider.name, reference }
  const where = { provider_reference: key }
  const row = await db.write.subscription.findUnique({ where })
  if (row !== null) return row
  const facts = await provider.readSubscription(reference)
  const { accountId, kind, state, plan, period, endsWithPeriod, endedAt } = facts
  if ((await db.write.account.count({ where: { id: accountId } })) === 0) return null
  const span = { anchor: beginOf(facts), periodStart: period.start, periodEnd: period.end, endsWithPeriod, endedAt }
  const sold = { planId: plan?.id ?? null, offersVersion: plan?.version ?? offers.version }
  const now = clock.now()
  return db.write.subscription.upsert({
    where,
    create: { id: ids.next(), ...key, accountId, kind, state, ...span, ...sold, lookAt: now, createdAt: now },
    // Not nothing: then Prisma would look first and insert later, and of two at once one would fail on PostgreSQL.
    update: key,
  })
}

/** Only the checkout knows for which cap, and at which price, pay-as-you-go was agreed to. */
async function takeTerms({ db }: PlansDeps, { id, accountId, kind, cap }: Subscription, checkoutId: string): Promise<void> {
  if (kind !== 'metered' || cap !== null) return
  const terms = await db.write.checkout.findUniqueOrThrow({ where: { id: checkoutId, accountId } })
  const agreed = { cap: terms.cap ?? 0, offersVersion: terms.offersVersion }
  await db.write.subscription.updateMany({ where: { id, cap: null }, data: agreed })
}
