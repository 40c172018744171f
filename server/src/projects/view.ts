import { type Project as ProjectView, whenUsedUp } from 'shared'
import type { Project } from '../../generated/sqlite/client.ts'
import type { Tx } from '../platform/db.ts'
import { countImages } from './count-images.ts'

/** Projects as their owner sees them: with what they used, and how many images came of it. */
export async function viewProjects(db: Tx, rows: Project[]): Promise<ProjectView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const budgets = new Map((await db.budget.findMany({ where: { projectId: { in: ids } } })).map((row) => [row.projectId, row]))
  const counts = await countImages(db, ids)
  return rows.map(({ id, name, createdAt, archivedAt }) => {
    const { limit, used, ...terms } = budgets.get(id) ?? { limit: null, used: 0, whenUsedUp: 'stop' }
    return {
      id,
      name,
      budget: limit,
      whenUsedUp: whenUsedUp.parse(terms.whenUsedUp),
      used,
      left: limit === null ? null : Math.max(0, limit - used),
      images: counts.get(id) ?? 0,
      createdAt: createdAt.toISOString(),
      archivedAt: archivedAt?.toISOString() ?? null,
    }
  })
}
