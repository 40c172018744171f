import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { requireProject } from '../projects/require-project.ts'

/**
 * Puts a generation, with all its images, into another project, or with null out of any. `NOT_FOUND` unless both are the
 * account's own and the project is in use.
 *
 * It moves where images are shown and counted, not what they cost: the budget that was asked paid for them, and history and
 * usage go on saying so. Else a project that is used up could be emptied by moving, and spent again.
 */
export async function moveGeneration(db: Db, accountId: string, id: string, projectId: string | null): Promise<void> {
  if (projectId !== null) await requireProject(db, accountId, projectId)
  const { count } = await db.write.generation.updateMany({ where: { id, accountId }, data: { projectId } })
  if (count === 0) throw new ToileError('NOT_FOUND')
}
