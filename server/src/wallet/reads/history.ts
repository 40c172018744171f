import type { HistoryPage, HistoryRequest } from 'shared'
import { addDays, startOfDay } from '../../platform/days.ts'
import type { Db } from '../../platform/db.ts'
import { type EntryRow, readEntries } from './entries.ts'
import { sequencesBefore } from './moments.ts'
import { readSettings } from './settings.ts'

/** A page of an account's entries, newest first, from before the cursor. */
export async function readHistory(db: Db, accountId: string, request: HistoryRequest): Promise<HistoryPage> {
  const { cursor, limit, kind, projectId, operation } = request
  const within = await sequencesWithin(db, accountId, request)
  const ends = [cursor, within.before].filter((end) => end !== undefined)
  const rows = await readEntries(db, accountId, {
    after: within.after,
    before: ends.length > 0 ? Math.min(...ends) : undefined,
    kind,
    projectId,
    purpose: operation,
    order: 'newest first',
    limit: limit + 1,
  })
  const entries = rows.slice(0, limit).map(historyEntry)
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null }
}

function historyEntry(row: EntryRow): HistoryPage['entries'][number] {
  const { sequence, from, to, holdId, projectId, purpose, reference } = row
  const lot = { kind: row.lotKind, label: row.lotLabel, source: row.lotSource, renews: row.lotRenews }
  return { sequence, at: row.at.toISOString(), from, to, credits: row.amount, lot, holdId, projectId, purpose, reference }
}

/**
 * Days as the sequences that lie around them: time never goes back from one entry to the next, so the filters can be combined.
 */
async function sequencesWithin(
  db: Db,
  accountId: string,
  { day, since }: Pick<HistoryRequest, 'day' | 'since'>,
): Promise<{ after?: number; before?: number }> {
  const first = [day, since]
    .filter((asked) => asked !== undefined)
    .sort()
    .at(-1)
  if (first === undefined) return {}
  const { timeZone } = await readSettings(db, accountId)
  const bounds = [startOfDay(first, timeZone), ...(day === undefined ? [] : [startOfDay(addDays(day, 1), timeZone)])]
  const [after = 0, last] = await sequencesBefore(db, accountId, bounds)
  return last === undefined ? { after } : { after, before: last + 1 }
}
