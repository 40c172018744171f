import type { AccountErasure, AccountExportPart, TrialOffer } from 'shared'
import type { Generations } from '../generations/generations.ts'
import type { Images } from '../images/images.ts'
import type { Member } from '../member.ts'
import type { Checkouts } from '../payments/checkouts/checkouts.ts'
import type { Plans } from '../plans/plans.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import { type CompanionWriter, companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import type { Auth } from './auth.ts'
import { deleteAccount } from './delete-account.ts'
import { exportAccount } from './export-account.ts'
import { isDeleted } from './is-deleted.ts'

export interface Accounts {
  /** The member behind a bearer token, or null. The first call of a new guest opens their account and grants the trial. */
  authenticate(authorization: string | undefined): Promise<Member | null>
  /** What a new guest gets. */
  trialOffer(): TrialOffer
  /** All that is kept of an account, part by part. */
  export(member: Member, cursor: string | undefined): Promise<AccountExportPart>
  /** Deletes a guest's account for good. `NOT_FOUND` where another one is meant. */
  delete(member: Member, accountId: string): Promise<AccountErasure>
}

const memberships: CompanionWriter<{ userId: string; createdAt: Date }> = {
  write: async (tx, rows) => {
    for (const { userId, createdAt } of rows) {
      // Updates of nothing would look first and insert later, and of two first calls at once one would fail on PostgreSQL.
      await tx.account.upsert({ where: { id: userId }, create: { id: userId, createdAt }, update: { id: userId } })
      await tx.member.upsert({ where: { userId }, create: { userId, accountId: userId, createdAt }, update: { userId } })
    }
  },
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
  /** What an image from words costs at the smallest size. */
  usualPrice: () => number
  images: Images
  generations: Generations
  checkouts: Pick<Checkouts, 'closeAll'>
  plans: Pick<Plans, 'endAll'>
  hangUp: (accountId: string) => void
}): Accounts {
  const { db, clock, ids, auth, wallet, trial, generations } = deps

  /**
   * An account is born with its trial, in one transaction: a member has always had theirs, and nobody has it twice. A person's
   * first account takes their id, so that two first calls at once agree.
   */
  const openAccount = async (userId: string): Promise<string> => {
    const createdAt = clock.now()
    const birth = { userId, createdAt }
    await wallet.open(userId)
    if (trial.credits > 0) {
      const expiresAt = createdAt.getTime() + trial.days * 86_400_000
      const lot = { lotId: ids.next(), kind: 'trial' as const, label: null, credits: trial.credits, expiresAt, reference: null }
      await wallet.grant({ accountId: userId, key: 'trial', ...lot }, companion(memberships, birth))
    } else {
      await db.write.$transaction((tx) => memberships.write(tx, [birth]))
    }
    return userId
  }

  return {
    authenticate: async (authorization) => {
      if (!authorization?.startsWith('Bearer ')) return null
      const session = await auth.api.getSession({ headers: new Headers({ authorization }) })
      if (!session) return null
      const { user } = session
      const known = await db.read.member.findUnique({ where: { userId: user.id } })
      const guest = user.isAnonymous === true
      // Deleted between these two looks: its session was good a moment ago.
      if (known === null && (await isDeleted(db, user.id))) return null
      return {
        accountId: known?.accountId ?? (await openAccount(user.id)),
        memberId: user.id,
        guest,
        email: guest ? null : user.email,
      }
    },
    trialOffer: () => ({ credits: trial.credits, days: trial.days, creditsPerImage: deps.usualPrice() }),
    export: (member, cursor) => exportAccount({ ...deps, drafts: (id) => generations.drafts(id) }, member, cursor),
    delete: (member, accountId) => deleteAccount(deps, member, accountId),
  }
}
