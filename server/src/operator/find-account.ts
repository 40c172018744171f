import { type Desk, OperatorError } from './desk.ts'

export interface FoundAccount {
  accountId: string
  /** The members' addresses; a guest has none. */
  emails: string[]
}

/** Finds an account by its id or by a member's e-mail. Throws `OperatorError` where there is none. */
export async function findAccount({ db }: Desk, named: string): Promise<FoundAccount> {
  const accountId = named.includes('@') ? await accountOf(db, named) : named
  const wallet = accountId === null ? null : await db.read.wallet.findUnique({ where: { accountId } })
  if (wallet === null) throw new OperatorError(`There is no account ${named}.`, 'NOT_FOUND')
  const members = await db.read.member.findMany({
    where: { accountId: wallet.accountId },
    include: { user: { select: { email: true, isAnonymous: true } } },
  })
  const emails = members.flatMap(({ user }) => (user.isAnonymous === true ? [] : [user.email]))
  return { accountId: wallet.accountId, emails }
}

async function accountOf(db: Desk['db'], email: string): Promise<string | null> {
  const user = await db.read.user.findUnique({ where: { email: email.toLowerCase() }, include: { member: true } })
  return user?.member?.accountId ?? null
}
