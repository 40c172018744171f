import { hexColour, operation } from 'shared'
import * as z from 'zod'
import type { Db } from '../../platform/db.ts'
import { joinSql, type Sql, sql } from '../../platform/sql.ts'
import { wordsOf } from './words.ts'

/** Images described by one statement: SQLite's answer comes in this thread. */
const atOnce = 250

const palette = z.string().transform((json) => z.array(hexColour).parse(JSON.parse(json)))
const undescribed = z.array(z.object({ id: z.string(), palette, prompt: z.string(), operation, engine: z.string() }))

/** Writes what an account's results are found by, for those that have no words yet: as a rule the few since the last search. */
export async function describeImages(db: Db, accountId: string): Promise<void> {
  for (;;) {
    const rows = undescribed.parse(await db.read.$queryRaw(undescribedSql(accountId)))
    if (rows.length > 0) await db.write.$executeRaw(insertSql(rows.map((row) => [row.id, wordsOf(row)])))
    if (rows.length < atOnce) return
  }
}

/** Two who search at once describe the same images, with the same words; one that is gone since is passed over. */
function insertSql(rows: [imageId: string, words: string][]): Sql {
  const values = joinSql(rows.map(([imageId, words]) => sql`(${imageId}, ${words})`))
  return sql`
    INSERT INTO "ImageWords" ("imageId", "words")
    SELECT v.column1, v.column2 FROM (VALUES ${values}) AS v WHERE EXISTS (SELECT 1 FROM "Image" i WHERE i."id" = v.column1)
    ON CONFLICT DO NOTHING`
}

function undescribedSql(accountId: string): Sql {
  return sql`
    SELECT i."id", i."palette", g."prompt", g."operation", g."engine"
    FROM "Generation" g CROSS JOIN "GenerationJob" j CROSS JOIN "Image" i
    WHERE g."accountId" = ${accountId} AND j."generationId" = g."id" AND i."id" = j."imageId"
      AND NOT EXISTS (SELECT 1 FROM "ImageWords" w WHERE w."imageId" = i."id")
    LIMIT ${atOnce}`
}
