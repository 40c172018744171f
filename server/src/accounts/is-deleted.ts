import type { Db } from '../platform/db.ts'

/** Whether an account was deleted: its row is there, and nobody belongs to it. */
export async function isDeleted(db: Db, accountId: string): Promise<boolean> {
  return (await db.write.account.count({ where: { id: accountId, members: { none: {} } } })) > 0
}
