import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

/** Something is to be made for a project: `NOT_FOUND` unless it is the account's own and in use, whatever it costs. */
export async function requireProject(db: Db, accountId: string, id: string): Promise<void> {
  const found = await db.read.project.findFirst({ where: { id, accountId, archivedAt: null }, select: { id: true } })
  if (found === null) throw new ToileError('NOT_FOUND')
}
