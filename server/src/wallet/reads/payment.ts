import { book, lotKind, type PayingLot } from 'shared'
import * as z from 'zod'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { joinSql, type Sql, sql } from '../../platform/sql.ts'
import { sequencesBefore } from './moments.ts'

/** How one hold was paid, in credits. */
export interface Payment {
  /** The project whose budget it counts for. */
  projectId: string | null
  refunded: number
  /** Came back after the end of their lot: to a grace lot, or not at all. */
  inGrace: number
  lapsed: number
  /** What was captured and not refunded, by lot, in burn order. */
  paidBy: PayingLot[]
  /** Prepaid credits right before it, and what it alone left of them; null where it set nothing aside. */
  balance: { before: number; after: number } | null
}

/** `NOT_FOUND` where the account has no such hold. Its cost grows with what happened in the account since. */
export async function readPayment(db: Db, accountId: string, holdId: string): Promise<Payment> {
  const hold = await db.read.hold.findFirst({
    where: { id: holdId, accountId },
    include: { legs: { orderBy: { position: 'asc' }, include: { lot: true } } },
  })
  if (hold === null) throw new ToileError('NOT_FOUND')
  const moves = await movesOf(db, accountId, hold)
  const sum = (to: string, lotId?: string) =>
    moves.reduce((total, move) => total + (move.to === to && (lotId ?? move.lotId) === move.lotId ? move.amount : 0), 0)
  const [first] = moves
  const before = first === undefined ? null : await prepaidBefore(db, accountId, hold.createdAt, first.sequence)
  const prepaid = hold.legs.filter(({ lot }) => lot.kind !== 'metered')
  const taken = prepaid.reduce((total, { amount, released, refunded }) => total + amount - released - refunded, 0)
  // Released, and gone all the same: their lot had ended.
  const gone = prepaid.reduce((total, { lotId }) => total + sum('expired', lotId), 0)
  return {
    projectId: hold.projectId,
    refunded: hold.refunded,
    inGrace: sum('moved'),
    lapsed: sum('expired'),
    paidBy: hold.legs.flatMap(({ lot, captured, refunded }) => {
      const credits = captured - refunded
      const { label, expiresAt } = lot
      return credits === 0 ? [] : [{ kind: lotKind.parse(lot.kind), label, credits, expiresAt: expiresAt.toISOString() }]
    }),
    balance: before === null ? null : { before, after: before - taken - gone },
  }
}

const moved = z.array(z.object({ sequence: z.coerce.number(), lotId: z.string(), to: book, amount: z.coerce.number() }))

/** The entries of a hold from when it was made until it was settled, oldest first. No index names holds: their times do. */
async function movesOf(db: Db, accountId: string, hold: { id: string; createdAt: Date; finishedAt: Date | null }) {
  const made = hold.createdAt.getTime()
  const settled = hold.finishedAt?.getTime() ?? Date.UTC(2199, 0)
  const [before = 0, last = 0] = await sequencesBefore(db, accountId, [made, settled + 1])
  const rows = await db.read.$queryRaw(sql`
    SELECT "sequence", "lotId", "to", "amount" FROM "Entry"
    WHERE "accountId" = ${accountId} AND "sequence" > ${before} AND "sequence" <= ${last} AND "holdId" = ${hold.id}
    ORDER BY "sequence"`)
  return moved.parse(rows)
}

const available = z.array(z.object({ credits: z.coerce.number() }))

/** Prepaid credits that were usable right before an entry: what is available now, less what came and plus what went since. */
async function prepaidBefore(db: Db, accountId: string, at: Date, sequence: number): Promise<number> {
  const usable = { accountId, kind: { not: 'metered' }, effectiveAt: { lte: at }, expiresAt: { gt: at } }
  const lots = await db.read.lot.findMany({ where: usable, select: { id: true } })
  if (lots.length === 0) return 0
  const ids = lots.map(({ id }) => id)
  const [row] = available.parse(await db.read.$queryRaw(availableSql(accountId, ids, sequence)))
  return row?.credits ?? 0
}

/** One statement, so that lots and entries are of one moment. */
function availableSql(accountId: string, lotIds: string[], sequence: number): Sql {
  return sql`
    SELECT (SELECT COALESCE(SUM("available"), 0) FROM "Lot" WHERE "id" IN (${joinSql(lotIds)}))
      - (SELECT COALESCE(SUM(CASE WHEN "to" = 'available' THEN "amount" WHEN "from" = 'available' THEN -"amount" ELSE 0 END), 0)
         FROM "Entry" WHERE "accountId" = ${accountId} AND "sequence" >= ${sequence} AND "lotId" IN (${joinSql(lotIds)}))
      AS "credits"`
}
