import { setImmediate as turn } from 'node:timers/promises'
import type { Usage, UsageRequest } from 'shared'
import * as z from 'zod'
import type { Clock } from '../../platform/clock.ts'
import { addDays, type Day, dayOf, startOfDay } from '../../platform/days.ts'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { sequencesBefore } from './moments.ts'
import { readSettings } from './settings.ts'

/** Credits that moved for images. */
export interface Use {
  /** Captured. */
  used: number
  /** Captured once, and given back since. */
  refunded: number
  /** Back in the wallet, from holds or refunds. What came back too late to be of use, or was owed, is not. */
  returned: number
}

const useOfDay = z.object({
  day: z.string(),
  projectId: z.string().nullable(),
  operation: z.string().nullable(),
  used: z.coerce.number(),
  refunded: z.coerce.number(),
  returned: z.coerce.number(),
})
export type UseOfDay = z.infer<typeof useOfDay>

/** Names of an account's projects, by their ids; those that it has not are left out. */
export type ProjectNames = (accountId: string, ids: string[]) => Promise<ReadonlyMap<string, string>>

/** What was used on the account's last days: by day, by project and by operation. `NOT_FOUND` where there is no wallet. */
export async function readUsage(
  { db, clock }: { db: Db; clock: Clock },
  accountId: string,
  { days }: UsageRequest,
  projectNames: ProjectNames,
): Promise<Usage> {
  const { timeZone } = await readSettings(db, accountId)
  const calendar = lastDays(clock.now().getTime(), timeZone, days)
  const rows = await readUse(db, accountId, calendar, timeZone)
  const projects = groups(rows, (row) => row.projectId)
  const names = await projectNames(
    accountId,
    projects.flatMap(([id]) => (id === null ? [] : [id])),
  )
  return {
    timeZone,
    ...sum(rows),
    byDay: calendar.map((day) => ({ day, ...sum(rows.filter((row) => row.day === day)) })),
    byProject: projects.map(([projectId, use]) => ({ projectId, name: names.get(projectId ?? '') ?? null, ...use })),
    byOperation: groups(rows, (row) => row.operation ?? '').map(([operation, use]) => ({ operation, ...use })),
  }
}

/** The last so many days up to the one that `now` (ms) falls on, oldest first. */
export function lastDays(now: number, timeZone: string, days: number): Day[] {
  const today = dayOf(now, timeZone)
  return Array.from({ length: days }, (_, i) => addDays(today, i + 1 - days))
}

/** Days summed by one statement: SQLite's answer comes in this thread, so a year at once could keep others waiting. */
const daysAtOnce = 31

/** Sums an account's use in the database, by day, project and operation. Days without use have no row. */
export async function readUse(db: Db, accountId: string, days: readonly Day[], timeZone: string): Promise<UseOfDay[]> {
  const bounds = [...days, ...days.slice(-1).map((last) => addDays(last, 1))].map((day) => startOfDay(day, timeZone))
  const sequences = await sequencesBefore(db, accountId, bounds)
  const ranges = days.map((day, i): DayRange => [day, sequences[i] ?? 0, sequences[i + 1] ?? 0])
  const rows: UseOfDay[] = []
  for (let from = 0; from < ranges.length; from += daysAtOnce) {
    const part = useSql(db, accountId, ranges.slice(from, from + daysAtOnce))
    rows.push(...z.array(useOfDay).parse(await db.read.$queryRaw(part)))
    await turn()
  }
  return rows
}

/** A day, the sequence of the last entry before it, and of its own last one. */
export type DayRange = [day: Day, before: number, last: number]

/** The days come as a table, since no database is asked what a time zone's days are: each is one range of the primary key. */
export function useSql({ provider }: Pick<Db, 'provider'>, accountId: string, ranges: readonly DayRange[]): Sql {
  const list = JSON.stringify(ranges)
  const calendar =
    provider === 'sqlite'
      ? sql`SELECT "value"->>0 AS "day", "value"->>1 AS "before", "value"->>2 AS "last" FROM json_each(${list})`
      : sql`SELECT "value"->>0 AS "day", ("value"->>1)::integer AS "before", ("value"->>2)::integer AS "last"
          FROM jsonb_array_elements(${list}::jsonb)`
  return sql`
    SELECT d."day", e."projectId", e."purpose" AS "operation",
      SUM(CASE WHEN e."to" = 'spent' THEN e."amount" ELSE 0 END) AS "used",
      SUM(CASE WHEN e."from" = 'spent' THEN e."amount" ELSE 0 END) AS "refunded",
      SUM(CASE WHEN e."from" IN ('held', 'spent') AND e."to" IN ('available', 'moved') THEN e."amount" ELSE 0 END) AS "returned"
    FROM (${calendar}) d CROSS JOIN "Entry" e
    WHERE e."accountId" = ${accountId} AND e."sequence" > d."before" AND e."sequence" <= d."last" AND e."from" IN ('held', 'spent')
    GROUP BY d."day", e."projectId", e."purpose"`
}

export function sum(rows: readonly Use[]): Use {
  const total = { used: 0, refunded: 0, returned: 0 }
  for (const row of rows) {
    total.used += row.used
    total.refunded += row.refunded
    total.returned += row.returned
  }
  return total
}

function groups<Key>(rows: readonly UseOfDay[], keyOf: (row: UseOfDay) => Key): [Key, Use][] {
  const byKey = Map.groupBy(rows, keyOf)
  return [...byKey]
    .map(([key, of]): [Key, Use] => [key, sum(of)])
    .sort(([, a], [, b]) => b.used - a.used || b.returned - a.returned)
}
