import { createHash } from 'node:crypto'
import { lotKind } from 'shared'
import type { Lot, Wallet } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import { dayOf, daysFrom } from '../platform/days.ts'
import type { Db } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'
import { type NewAlert, neverRaised, raise, resolveWhere } from './rows.ts'

const dayMs = 86_400_000
/** Days ahead, nearest first. */
const notices = [1, 7, 30]
/** No zone's day is so far from any other's that a notice could be due earlier. */
const lookAheadMs = 32 * dayMs
/** Lots looked at in one go. */
const batchSize = 500

export type EndingLot = Pick<Lot, 'available' | 'effectiveAt' | 'expiresAt' | 'rolloverMax'>

/**
 * Which notice of a lot's end is due: the nearest of those whose day has come in the account's time zone, among those that
 * the lot lives at least twice as long as. Null is none.
 */
export function dueNotice({ effectiveAt, expiresAt }: EndingLot, timeZone: string, now: number): number | null {
  const end = expiresAt.getTime()
  const left = daysFrom(dayOf(now, timeZone), dayOf(end, timeZone))
  const fitting = notices.filter((days) => end - effectiveAt.getTime() >= 2 * days * dayMs)
  return now < end ? (fitting.find((days) => left <= days) ?? null) : null
}

/** What would be lost at the end: what rolls over is not. */
export function atStake({ available, rolloverMax }: EndingLot): number {
  return Math.max(0, available - (rolloverMax ?? 0))
}

/**
 * Raises the notices that are due, once a lot and notice for good, and resolves those of lots that have nothing left or have
 * ended. A pay-as-you-go cap that ends loses nobody anything. Answers the accounts whose alerts changed.
 */
export async function sweepExpiryNotices({ db, clock }: { db: Db; clock: Clock }): Promise<string[]> {
  const now = clock.now()
  const changed = new Set(await resolveEnded(db, now))
  for (let last: LotOfWallet | undefined; ; ) {
    const lots = await endingLots(db, now, last)
    const due = lots.flatMap((lot) => alertFor(lot, now) ?? [])
    for (const accountId of await raiseNew(db, due)) changed.add(accountId)
    last = lots.at(-1)
    if (lots.length < batchSize) return [...changed]
  }
}

type LotOfWallet = Lot & { wallet: Pick<Wallet, 'timeZone'> }

/** By their end, from behind the last one seen: the index of open lots by their end serves both. */
function endingLots(db: Db, now: Date, last: LotOfWallet | undefined): Promise<LotOfWallet[]> {
  const until = new Date(now.getTime() + lookAheadMs)
  const behind = last && { OR: [{ expiresAt: { gt: last.expiresAt } }, { id: { gt: last.id } }] }
  return db.read.lot.findMany({
    where: {
      closedAt: null,
      available: { gt: 0 },
      kind: { not: 'metered' },
      effectiveAt: { lte: now },
      expiresAt: { gte: last?.expiresAt ?? now, gt: now, lte: until },
      ...behind,
    },
    include: { wallet: { select: { timeZone: true } } },
    orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
    take: batchSize,
  })
}

function alertFor(lot: LotOfWallet, now: Date): NewAlert | null {
  const days = dueNotice(lot, lot.wallet.timeZone, now.getTime())
  const credits = atStake(lot)
  if (days === null || credits === 0) return null
  const { id: lotId, accountId, label, expiresAt } = lot
  const about = { lotId, lotKind: lotKind.parse(lot.kind), label, credits, expiresAt: expiresAt.toISOString(), days }
  const details = { kind: 'expiring' as const, ...about }
  return { id: noticeId(lotId, days), accountId, subject: lotId, level: days, details, raisedAt: now, resolvedAt: null }
}

/** Made of lot and notice: raised again it would be the same row, and stays as it is. */
function noticeId(lotId: string, days: number): string {
  return createHash('sha256').update(`expiring ${lotId} ${days}`).digest('base64url')
}

async function raiseNew(db: Db, alerts: NewAlert[]): Promise<string[]> {
  const fresh = await neverRaised(db, alerts)
  await raise(db.write, fresh)
  return fresh.map(({ accountId }) => accountId)
}

function resolveEnded(db: Db, now: Date): Promise<string[]> {
  const over = sql`NOT EXISTS (
      SELECT 1 FROM "Lot" l WHERE l."id" = "Alert"."subject" AND l."available" + l."held" > 0 AND l."expiresAt" > ${now})`
  return resolveWhere(db, 'expiring', over, now)
}
