import type { Db } from '../../platform/db.ts'

/** The address of an account's member; null of a guest, and of an account that is gone. */
export async function emailOf({ read }: Db, accountId: string): Promise<string | null> {
  const member = await read.member.findFirst({ where: { accountId }, include: { user: true } })
  return member === null || member.user.isAnonymous === true ? null : member.user.email
}
