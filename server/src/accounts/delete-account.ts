import type { AccountErasure } from 'shared'
import type { Member } from '../member.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { type EraseDeps, eraseAccount } from './erase-account.ts'

/*
 *  an account with its member
 *    │ delete: the person goes, with sessions and membership, in one transaction
 *    ▼
 *  an account without a member ── nobody can come in any more; the row stays as the mark of it
 *    │ erase: images under way are stopped, then words and pictures go; a sweep does it again after a crash
 *    ▼
 *  the mark, and the ledger under an id that names nobody
 */

export interface DeletionDeps extends EraseDeps {
  /** Ends the account's streams. */
  hangUp: (accountId: string) => void
}

/**
 * Deletes a guest's account for good: revokes its sessions, gives back what is held, erases words and pictures. What is left of
 * its credits is lost. `NOT_FOUND` where another account is meant. A member is `FORBIDDEN`: that takes more than a token.
 */
export async function deleteAccount(deps: DeletionDeps, member: Member, accountId: string): Promise<AccountErasure> {
  const { db, wallet } = deps
  if (accountId !== member.accountId) throw new ToileError('NOT_FOUND')
  if (!member.guest) throw new ToileError('FORBIDDEN')
  const { credits } = await wallet.balance(accountId)
  const [images, requests] = await Promise.all([
    db.read.image.count({ where: { accountId } }),
    db.read.generation.count({ where: { accountId } }),
  ])
  await closeDoor(db, accountId)
  deps.hangUp(accountId)
  await eraseAccount(deps, accountId)
  return { accountId, images, requests, credits }
}

/** From here on no token opens the account, also where this process dies before all is erased. */
async function closeDoor(db: Db, accountId: string): Promise<void> {
  await db.write.$transaction(async (tx) => {
    const members = await tx.member.findMany({ where: { accountId }, select: { userId: true } })
    // Sessions, ways to sign in and membership go with the person.
    await tx.user.deleteMany({ where: { id: { in: members.map(({ userId }) => userId) } } })
  })
}
