import * as z from 'zod'
import type { Tx } from '../platform/db.ts'
import { joinSql, type Sql, sql } from '../platform/sql.ts'

const counted = z.array(z.object({ projectId: z.string(), images: z.coerce.number() }))

/** How many images were delivered for each of these projects; those without any are left out. */
export async function countImages(db: Tx, projectIds: string[]): Promise<Map<string, number>> {
  const rows = counted.parse(await db.$queryRaw(countSql(projectIds)))
  return new Map(rows.map(({ projectId, images }) => [projectId, images]))
}

/** One by one within each generation: as a join, SQLite would go through everybody's delivered images by their state. */
export function countSql(projectIds: string[]): Sql {
  return sql`
    SELECT g."projectId",
      SUM((SELECT COUNT(*) FROM "GenerationJob" j WHERE j."generationId" = g."id" AND j."state" = 'delivered')) AS "images"
    FROM "Generation" g
    WHERE g."projectId" IN (${joinSql(projectIds)})
    GROUP BY g."projectId"`
}
