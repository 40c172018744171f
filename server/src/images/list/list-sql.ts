import type { ImageListRequest } from 'shared'
import { databaseTime, joinSql, noSql, type Sql, sql } from '../../platform/sql.ts'
import { patternsOf } from './words.ts'

/** Where a page ended: its last image's generation, and its place there. */
export interface Place {
  createdAt: Date
  generationId: string
  index: number
}

/**
 * A page's images, one row more than fits, with what they were asked for. An account's generations are gone through newest
 * first along an index, and each one's few images: a page reads as many rows as it has, however many there are behind it. Only
 * a filter for what is rare reads more, and at most the account's own.
 * @param restorable ms; what was deleted after it can be had back
 */
export function listSql(accountId: string, asked: ImageListRequest, after: Place | null, restorable: number): Sql {
  const { query, limit } = asked
  const words = query === '' ? noSql : sql`CROSS JOIN "ImageWords" w`
  return sql`
    SELECT i."id", j."index", j."charged", j."seed", g."id" AS "generationId", g."count", g."projectId", g."operation", g."prompt",
      g."engine", g."sourceImageId"
    FROM "Generation" g CROSS JOIN "GenerationJob" j CROSS JOIN "Image" i ${words}
    WHERE g."accountId" = ${accountId} AND j."generationId" = g."id" AND i."id" = j."imageId"
      ${joinSql(filters(asked, restorable), ' ')} ${after === null ? noSql : behind(after)}
    ORDER BY g."createdAt" DESC, g."id" DESC, j."index" DESC
    LIMIT ${limit + 1}`
}

function filters(asked: ImageListRequest, restorable: number): Sql[] {
  const { projectId, favourite, operation, engine, since, sourceImageId, deleted, query } = asked
  const gone = databaseTime(restorable)
  return [
    deleted ? sql`AND i."deletedAt" > ${gone}` : sql`AND i."deletedAt" IS NULL`,
    projectId === undefined ? noSql : ofProject(projectId),
    favourite ? sql`AND i."favouriteAt" IS NOT NULL` : noSql,
    operation === undefined ? noSql : sql`AND g."operation" = ${operation}`,
    engine === undefined ? noSql : sql`AND g."engine" = ${engine}`,
    since === undefined ? noSql : sql`AND g."createdAt" >= ${databaseTime(Date.parse(since))}`,
    sourceImageId === undefined ? noSql : sql`AND g."sourceImageId" = ${sourceImageId}`,
    query === '' ? noSql : sql`AND w."imageId" = i."id"`,
    ...patternsOf(query).map((pattern) => sql`AND w."words" LIKE ${pattern} ESCAPE '!'`),
  ]
}

function ofProject(projectId: string | null): Sql {
  return projectId === null ? sql`AND g."projectId" IS NULL` : sql`AND g."projectId" = ${projectId}`
}

/** What comes behind the last image of the page before, in the order of the list. */
function behind({ createdAt, generationId, index }: Place): Sql {
  const at = databaseTime(createdAt.getTime())
  return sql`AND g."createdAt" <= ${at}
    AND (g."createdAt" < ${at} OR g."id" < ${generationId} OR (g."id" = ${generationId} AND j."index" < ${index}))`
}

/** How many images there are of each of an account's projects, and when the last generation of each was asked for. */
export function countSql(accountId: string): Sql {
  return sql`
    SELECT g."projectId", COUNT(*) AS "images", MAX(g."createdAt") AS "latest"
    FROM "Generation" g CROSS JOIN "GenerationJob" j CROSS JOIN "Image" i
    WHERE g."accountId" = ${accountId} AND j."generationId" = g."id" AND i."id" = j."imageId" AND i."deletedAt" IS NULL
    GROUP BY g."projectId"`
}
