import type { PromoRedemption, PromoRequest } from 'shared'
import type { PromoCode } from '../../generated/sqlite/client.ts'
import type { Gate } from '../entitlements/gate.ts'
import type { Member } from '../member.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import { companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { normalCode } from './code.ts'
import { promoUses, unusable } from './uses.ts'
import { createWrongTries } from './wrong-tries.ts'

const dayMs = 86_400_000

export interface Promos {
  /**
   * Turns a code into a lot of promo credits. The same intent gets the same answer. Refused as `PROMO_UNKNOWN`, `PROMO_ENDED`
   * (with `startsAt` where it is yet to begin), `PROMO_USED`, `BUSY` after too many wrong codes, and `NOT_ENTITLED`: credits
   * that cannot be used yet would lapse unseen, and the code with them; so it stays good until there is access.
   */
  redeem(member: Member, request: PromoRequest): Promise<PromoRedemption>
}

interface PromoDeps {
  db: Db
  clock: Clock
  ids: Ids
  wallet: Wallet
  gate: Gate
}

export function createPromos(deps: PromoDeps): Promos {
  const { db, clock, gate } = deps
  const uses = promoUses(db.provider)
  const wrongTries = createWrongTries(deps)

  const redeem = async (member: Member, intentId: string, code: string): Promise<PromoRedemption> => {
    const { accountId } = member
    const found = await wrongTries.lookUp(member, () => db.write.promoCode.findUnique({ where: { code } }))
    if (found === null) throw new ToileError('PROMO_UNKNOWN')
    await refuseUnusable(deps, accountId, found)
    const at = clock.now()
    const lotId = deps.ids.next()
    const { label, credits } = found
    const lot = {
      lotId,
      kind: 'promo' as const,
      label,
      credits,
      expiresAt: at.getTime() + found.days * dayMs,
      reference: `promo:${code}`,
    }
    try {
      const use = companion(uses, { accountId, intentId, code, lotId, at })
      await deps.wallet.grant({ accountId, key: `promo:${intentId}`, ...lot }, use)
    } catch (error) {
      if (!(error instanceof ToileError && error.code === 'CANCELLED')) throw error
      // Somebody was quicker: their redemption says which limit was reached.
      await refuseUnusable(deps, accountId, await db.write.promoCode.findUniqueOrThrow({ where: { code } }))
      throw new ToileError('BUSY', { retryAfterMs: 1000 }, { cause: error })
    }
    return (await redeemed(db, accountId, intentId, code)) ?? Promise.reject(new Error(`The use of ${intentId} was not written`))
  }

  return {
    redeem: async (member, { intentId, code: typed }) => {
      const code = normalCode(typed)
      const before = await redeemed(db, member.accountId, intentId, code)
      if (before !== null) return before
      await gate.require(member)
      try {
        return await redeem(member, intentId, code)
      } catch (error) {
        // What stands against it may be this very intent, sent twice.
        const meanwhile = await redeemed(db, member.accountId, intentId, code)
        if (meanwhile !== null) return meanwhile
        throw error
      }
    },
  }
}

/** What an intent brought, or null where it has brought nothing yet. `IDEMPOTENCY_MISMATCH` where it was for another code. */
async function redeemed(db: Db, accountId: string, intentId: string, code: string): Promise<PromoRedemption | null> {
  const use = await db.write.promoUse.findUnique({ where: { accountId_intentId: { accountId, intentId } } })
  if (use === null) return null
  if (use.code !== code) throw new ToileError('IDEMPOTENCY_MISMATCH')
  const lot = await db.write.lot.findUniqueOrThrow({ where: { id: use.lotId } })
  return { code: lot.label ?? code, credits: lot.granted, expiresAt: lot.expiresAt.toISOString() }
}

/** `PROMO_ENDED` or `PROMO_USED`, as the rule says. */
async function refuseUnusable({ db, clock }: PromoDeps, accountId: string, code: PromoCode): Promise<void> {
  const used = await db.write.promoUse.count({ where: { accountId, code: code.code } })
  const now = clock.now()
  const why = unusable(code, used, now)
  if (why === null) return
  const { startsAt } = code
  throw new ToileError(
    why,
    why === 'PROMO_ENDED' && startsAt !== null && now < startsAt ? { startsAt: startsAt.toISOString() } : {},
  )
}
