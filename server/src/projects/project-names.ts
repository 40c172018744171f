import type { Db } from '../platform/db.ts'

/** Names an account's projects, archived ones too; ids that are not its own stay without. */
export async function readProjectNames(db: Db, accountId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.read.project.findMany({ where: { accountId, id: { in: ids } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
