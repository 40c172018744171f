import type { HistoryPage, HistoryRequest } from 'shared'
import * as z from 'zod'
import { addDays, startOfDay } from '../../platform/days.ts'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { type EntryRow, readEntries } from './entries.ts'
import { readSettings } from './settings.ts'

/** A page of an account's entries, newest first, from before the cursor. */
export async function readHistory(db: Db, accountId: string, request: HistoryRequest): Promise<HistoryPage> {
  const { cursor, limit, kind, projectId, day } = request
  const within = day === undefined ? null : await sequencesOf(db, accountId, day)
  const ends = [cursor, within?.before].filter((end) => end !== undefined)
  const rows = await readEntries(db, accountId, {
    after: within?.after,
    before: ends.length > 0 ? Math.min(...ends) : undefined,
    kind,
    projectId,
    order: 'newest first',
    limit: limit + 1,
  })
  const entries = rows.slice(0, limit).map(historyEntry)
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null }
}

function historyEntry(row: EntryRow): HistoryPage['entries'][number] {
  const { sequence, from, to, holdId, projectId, purpose, reference } = row
  const lot = { kind: row.lotKind, label: row.lotLabel, source: row.lotSource }
  return { sequence, at: row.at.toISOString(), from, to, credits: row.amount, lot, holdId, projectId, purpose, reference }
}

const lastOne = z.array(z.object({ sequence: z.int() })).max(1)

/** A day as the sequences that lie around it: time never goes back from one entry to the next, so the filters can be combined. */
async function sequencesOf(db: Db, accountId: string, day: string): Promise<{ after: number; before: number }> {
  const { timeZone } = await readSettings(db, accountId)
  const lastBefore = async (end: number) => {
    const [last] = lastOne.parse(await db.read.$queryRaw(lastBeforeSql(accountId, end)))
    return last?.sequence ?? 0
  }
  const after = await lastBefore(startOfDay(day, timeZone))
  return { after, before: 1 + (await lastBefore(startOfDay(addDays(day, 1), timeZone))) }
}

/** Finds the last entry before a moment (ms), by the index on time. */
export function lastBeforeSql(accountId: string, end: number): Sql {
  return sql`
    SELECT "sequence" FROM "Entry" WHERE "accountId" = ${accountId} AND "at" < ${new Date(end)}
    ORDER BY "at" DESC, "sequence" DESC LIMIT 1`
}
