import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Auth } from './auth.ts'
import type { Member } from './member.ts'

export interface Accounts {
  /** The member behind a bearer token, or null. The first call of a new guest opens their account and grants the trial. */
  authenticate(authorization: string | undefined): Promise<Member | null>
}

export interface TrialTerms {
  credits: number
  days: number
}

export function createAccounts(deps: {
  db: Db
  clock: Clock
  ids: Ids
  auth: Auth
  wallet: Wallet
  trial: TrialTerms
}): Accounts {
  const { db, clock, ids, auth, wallet, trial } = deps

  /**
   * Wallet first, member row last: once the row is there everything before it is done, and a crash between the two is mended
   * by the next call, since both commands have keys. A person's first account takes their id, so that two calls at once agree.
   */
  const openAccount = async (userId: string): Promise<string> => {
    const now = clock.now()
    await wallet.open(userId)
    if (trial.credits > 0) {
      const expiresAt = new Date(now.getTime() + trial.days * 86_400_000)
      const lot = { lotId: ids.next(), kind: 'trial' as const, label: null, credits: trial.credits, expiresAt, reference: null }
      await wallet.grant({ accountId: userId, key: 'trial', ...lot })
    }
    await db.write.account.upsert({ where: { id: userId }, create: { id: userId, createdAt: now }, update: {} })
    await db.write.member.upsert({ where: { userId }, create: { userId, accountId: userId, createdAt: now }, update: {} })
    return userId
  }

  return {
    authenticate: async (authorization) => {
      if (!authorization?.startsWith('Bearer ')) return null
      const session = await auth.api.getSession({ headers: new Headers({ authorization }) })
      if (!session) return null
      const { user } = session
      const known = await db.write.member.findUnique({ where: { userId: user.id } })
      const guest = user.isAnonymous === true
      return {
        accountId: known?.accountId ?? (await openAccount(user.id)),
        memberId: user.id,
        guest,
        email: guest ? null : user.email,
      }
    },
  }
}
