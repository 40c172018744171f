import { createHash } from 'node:crypto'
import type { Plan } from 'shared'
import type { Subscription } from '../../generated/sqlite/client.ts'
import type { Offers } from '../payments/offers/offers.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf, daysFrom } from '../platform/days.ts'
import type { Db } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { type NewAlert, neverRaised, raise, resolve, resolveWhere } from './rows.ts'

interface NoticeDeps {
  db: Db
  clock: Clock
  offers: Pick<Offers, 'plan'>
  /** The payment service that is used: what others renew, nobody hears of. */
  provider: string
}

const dayMs = 86_400_000
/** How many days ahead the next payment is told: a year's is worth more thought. */
const daysAhead: Record<Plan['interval'], number> = { month: 3, year: 14 }
/** No zone's day is so far from any other's that a notice could be due earlier. */
const lookAheadMs = 16 * dayMs
/** Plans looked at in one go. */
const batchSize = 500

/**
 * Tells of a plan's next payment, once, and ends that when it was made, or will not be. A wish for another plan is another
 * payment, and told anew. Answers the accounts whose alerts changed.
 */
export async function sweepRenewalNotices(deps: NoticeDeps): Promise<string[]> {
  const { db, clock, provider } = deps
  const now = clock.now()
  const changed = new Set(await resolvePassed(db, provider, now))
  for (let last: Subscription | undefined; ; ) {
    const renewing = await renewingSoon(deps, now, last)
    const zones = await timeZones(db, renewing)
    const due = renewing.flatMap((row) => noticeFor(deps, row, zones.get(row.accountId) ?? 'UTC', now) ?? [])
    for (const accountId of await raiseNew(db, due, now)) changed.add(accountId)
    last = renewing.at(-1)
    if (renewing.length < batchSize) return [...changed]
  }
}

function renewingSoon({ db, provider }: NoticeDeps, now: Date, last: Subscription | undefined): Promise<Subscription[]> {
  const until = new Date(now.getTime() + lookAheadMs)
  const behind = last && { OR: [{ periodEnd: { gt: last.periodEnd } }, { id: { gt: last.id } }] }
  return db.read.subscription.findMany({
    where: {
      ...{ kind: 'plan', provider, state: 'active', endsWithPeriod: false },
      periodEnd: { gte: last?.periodEnd ?? now, gt: now, lte: until },
      ...behind,
    },
    orderBy: [{ periodEnd: 'asc' }, { id: 'asc' }],
    take: batchSize,
  })
}

async function timeZones(db: Db, rows: Subscription[]): Promise<Map<string, string>> {
  const ids = rows.map(({ accountId }) => accountId)
  const wallets = await db.read.wallet.findMany({
    where: { accountId: { in: ids } },
    select: { accountId: true, timeZone: true },
  })
  return new Map(wallets.map(({ accountId, timeZone }) => [accountId, timeZone]))
}

function noticeFor({ offers }: NoticeDeps, row: Subscription, timeZone: string, now: Date): NewAlert | null {
  const { id, accountId, periodEnd } = row
  const planId = row.nextPlanId ?? row.planId
  if (planId === null) return null
  const { credits, price, interval } = offers.plan(planId, row.nextOffersVersion ?? row.offersVersion)
  const days = daysAhead[interval]
  if (daysFrom(dayOf(now.getTime(), timeZone), dayOf(periodEnd.getTime(), timeZone)) > days) return null
  const at = periodEnd.toISOString()
  const details = { kind: 'renewal' as const, planId, credits, price, interval, at }
  return { id: noticeId(id, at, planId), accountId, subject: id, level: days, details, raisedAt: now, resolvedAt: null }
}

/** Made of what is paid: raised again it would be the same row, and stays as it is. */
function noticeId(subscriptionId: string, at: string, planId: string): string {
  return createHash('sha256').update(`renewal ${subscriptionId} ${at} ${planId}`).digest('base64url')
}

async function raiseNew(db: Db, alerts: NewAlert[], now: Date): Promise<string[]> {
  const fresh = await neverRaised(db, alerts)
  if (fresh.length === 0) return []
  await db.write.$transaction(async (tx) => {
    const over = fresh.map(({ accountId, subject }) => ({ accountId, kind: 'renewal' as const, subject, level: null, at: now }))
    await resolve(tx, over)
    await raise(tx, fresh)
  })
  return fresh.map(({ accountId }) => accountId)
}

/** Those of payments that were made since, or will not be. */
function resolvePassed(db: Db, provider: string, now: Date): Promise<string[]> {
  const over = sql`NOT EXISTS (
      SELECT 1 FROM "Subscription" s WHERE s."id" = "Alert"."subject" AND s."provider" = ${provider} AND s."state" = 'active'
        AND s."endsWithPeriod" = ${false} AND s."periodEnd" > ${now} AND s."periodStart" <= "Alert"."raisedAt")`
  return resolveWhere(db, 'renewal', over, now)
}
