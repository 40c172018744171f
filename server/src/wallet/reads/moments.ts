import * as z from 'zod'
import type { Db } from '../../platform/db.ts'
import { databaseTime, type Sql, sql } from '../../platform/sql.ts'

const found = z.array(z.object({ index: z.coerce.number(), sequence: z.coerce.number() }))

/** How many entries an account had before each moment (ms): the sequence of the last one, or 0. */
export async function sequencesBefore(db: Db, accountId: string, moments: readonly number[]): Promise<number[]> {
  const rows = found.parse(await db.read.$queryRaw(sequencesSql(db, accountId, moments)))
  const byIndex = new Map(rows.map((row) => [row.index, row.sequence]))
  return moments.map((_, index) => byIndex.get(index) ?? 0)
}

/**
 * Entries are numbered in the order of their time, so halving the numbers finds a moment by the primary key. An index on time
 * would be one more write for every entry there ever is, for the few times that somebody asks for a day.
 */
export function sequencesSql({ provider }: Pick<Db, 'provider'>, accountId: string, moments: readonly number[]): Sql {
  const list = JSON.stringify(moments.map(databaseTime))
  const asked =
    provider === 'sqlite'
      ? sql`SELECT "key" AS "index", "value" AS "at" FROM json_each(${list})`
      : sql`SELECT "n" - 1 AS "index", "value"::timestamp AS "at"
          FROM jsonb_array_elements_text(${list}::jsonb) WITH ORDINALITY AS t("value", "n")`
  return sql`
    WITH RECURSIVE asked AS (${asked}),
    search("index", "at", "low", "high") AS (
      SELECT a."index", a."at", 0, w."entryCount" + 1 FROM asked a JOIN "Wallet" w ON w."accountId" = ${accountId}
      UNION ALL
      SELECT s."index", s."at", CASE WHEN e."at" < s."at" THEN e."sequence" ELSE s."low" END,
        CASE WHEN e."at" < s."at" THEN s."high" ELSE e."sequence" END
      FROM search s JOIN "Entry" e ON e."accountId" = ${accountId} AND e."sequence" = (s."low" + s."high") / 2
      WHERE s."high" - s."low" > 1)
    SELECT CAST("index" AS INTEGER) AS "index", MAX("low") AS "sequence" FROM search GROUP BY "index"`
}
