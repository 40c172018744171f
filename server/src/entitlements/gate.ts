import type { Access } from 'shared'
import type { Member } from '../member.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'

/** How an entitlement may be called: a name for commands and settings, like `creative`. */
export const entitlementName = /^[a-z][a-z0-9-]{0,39}$/

/** Whom the operator lets buy and make images. */
export interface AccessRules {
  /** The entitlement's name; null lets everybody. */
  required: string | null
  /** E-mail domains, in small letters, whose members have it. */
  domains: string[]
}

/**
 * Stands before everything that buys or makes something new. What was made before stays readable, and what was paid for goes on.
 */
export interface Gate {
  access(member: Member): Promise<Access>
  /** Why the account may not, or null where it may. */
  refusal(member: Member): Promise<ToileError | null>
  /**
   * Throws `NOT_ENTITLED`, with the ways to get access, where the account may not.
   * @param brings the entitlement that what is bought would bring: a plan may be the way in
   */
  require(member: Member, brings?: string | null): Promise<void>
}

export function createGate(deps: {
  db: Db
  clock: Clock
  rules: AccessRules
  /** Ids of the plans that bring an entitlement. */
  plansBringing: (entitlement: string) => string[]
}): Gate {
  const { rules, plansBringing } = deps
  const access = async (member: Member): Promise<Access> => {
    const { required, domains } = rules
    if (required === null) return { required, granted: true, domains: [], plans: [] }
    // A guest has no address yet; a member's is proved.
    const granted =
      (member.email !== null && hasDomain(member.email, domains)) || (await isEntitled(deps, member.accountId, required))
    return { required, granted, domains, plans: plansBringing(required) }
  }
  const refusal = async (member: Member): Promise<ToileError | null> => {
    const { required, granted, domains, plans } = await access(member)
    return required === null || granted ? null : new ToileError('NOT_ENTITLED', { entitlement: required, domains, plans })
  }
  return {
    access,
    refusal,
    require: async (member, brings = null) => {
      if (rules.required === null || brings === rules.required) return
      const refused = await refusal(member)
      if (refused !== null) throw refused
    },
  }
}

/** Only the whole domain counts: neither `evil-school.edu` nor `old.school.edu` is `school.edu`. */
export function hasDomain(email: string, domains: readonly string[]): boolean {
  return domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())
}

async function isEntitled({ db, clock }: { db: Db; clock: Clock }, accountId: string, name: string): Promise<boolean> {
  const now = clock.now()
  const running = { since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] }
  return (await db.read.entitlement.count({ where: { accountId, name, ...running } })) > 0
}
