import { book, type HistoryKind, lotKind, lotSource } from 'shared'
import * as z from 'zod'
import type { Db } from '../../platform/db.ts'
import { joinSql, type Sql, sql } from '../../platform/sql.ts'

/** SQLite answers times as text, PostgreSQL as dates. */
const time = z.union([z.date(), z.string().transform((text) => new Date(text))])

const entryRow = z.object({
  sequence: z.int(),
  at: time,
  from: book,
  to: book,
  amount: z.int(),
  holdId: z.string().nullable(),
  projectId: z.string().nullable(),
  purpose: z.string().nullable(),
  reference: z.string().nullable(),
  commandKey: z.string(),
  lotId: z.string(),
  lotKind,
  lotLabel: z.string().nullable(),
  lotSource,
  lotRenews: z.coerce.number().transform((is) => is === 1),
})
export type EntryRow = z.infer<typeof entryRow>

/** Whether a plan's credits that come begin where those that came before them end; what a larger plan adds meanwhile does not. */
const renews = sql`CASE WHEN e."from" = 'issued' AND l."kind" = 'plan' AND l."source" = 'grant' AND l."effectiveAt" = (
    SELECT b."expiresAt" FROM "Entry" p JOIN "Lot" b ON b."id" = p."lotId"
    WHERE p."accountId" = e."accountId" AND p."from" = 'issued' AND p."sequence" < e."sequence"
      AND b."kind" = 'plan' AND b."source" = 'grant'
    ORDER BY p."sequence" DESC LIMIT 1) THEN 1 ELSE 0 END`

/** Which entries of an account: `after` and `before` are sequences, not included. */
export interface EntriesAsked {
  after?: number | undefined
  before?: number | undefined
  kind?: HistoryKind | undefined
  projectId?: string | undefined
  purpose?: string | undefined
  order: 'newest first' | 'oldest first'
  limit: number
}

/**
 * The conditions on entries are, to the letter, those of the partial indexes Entry_issued_idx, Entry_returned_idx and
 * Entry_expired_idx: databases use such an index only for a query that says the same. Captures are every other entry or so
 * and need none.
 */
const ofKind: Record<HistoryKind, Sql> = {
  used: sql`e."to" = 'spent'`,
  bought: sql`e."from" = 'issued' AND l."source" = 'grant' AND l."kind" <> 'metered'`,
  returned: sql`e."from" NOT IN ('issued', 'available') AND e."to" IN ('available', 'moved')`,
  expired: sql`e."to" = 'expired'`,
}

/**
 * Reads entries with their lots. With one filter a page costs about the same however long the history is: it is a range of
 * an index, or captures, of which every page of the primary key has many. Of several filters together the database follows
 * one and drops what the others leave out, so that a page may read many more entries than it shows where few fit all. A purpose
 * has no index (that were one more write for every entry): a rare one is looked for through all of the account's history, which
 * takes some 40 ms for 200,000 entries on SQLite and 30 on PostgreSQL.
 */
export async function readEntries(db: Db, accountId: string, asked: EntriesAsked): Promise<EntryRow[]> {
  return z.array(entryRow).parse(await db.read.$queryRaw(entriesSql(accountId, asked)))
}

export function entriesSql(accountId: string, { after, before, kind, projectId, purpose, order, limit }: EntriesAsked): Sql {
  const where = [sql`e."accountId" = ${accountId}`]
  if (after !== undefined) where.push(sql`e."sequence" > ${after}`)
  if (before !== undefined) where.push(sql`e."sequence" < ${before}`)
  if (projectId !== undefined) where.push(sql`e."projectId" = ${projectId}`)
  if (purpose !== undefined) where.push(sql`e."purpose" = ${purpose}`)
  if (kind !== undefined) where.push(ofKind[kind])
  return sql`
    SELECT e."sequence", e."at", e."from", e."to", e."amount", e."holdId", e."projectId", e."purpose", e."reference", e."commandKey",
      e."lotId", l."kind" AS "lotKind", l."label" AS "lotLabel", l."source" AS "lotSource", ${renews} AS "lotRenews"
    FROM "Entry" e JOIN "Lot" l ON l."id" = e."lotId"
    WHERE ${joinSql(where, ' AND ')}
    ORDER BY e."sequence" ${order === 'newest first' ? sql`DESC` : sql`ASC`} LIMIT ${limit}`
}
