import type { Db } from '../platform/db.ts'

/** Names an account's projects, archived ones too unless only those in use are asked for; other ids stay without. */
export async function readProjectNames(
  db: Db,
  accountId: string,
  ids: string[],
  which: 'all' | 'in use' = 'all',
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const where = { accountId, id: { in: ids }, ...(which === 'in use' ? { archivedAt: null } : {}) }
  const rows = await db.read.project.findMany({ where, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
