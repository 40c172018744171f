import * as z from 'zod'
import type { PromoCode } from '../../generated/sqlite/client.ts'
import type { DbProvider, Tx } from '../platform/db.ts'
import { joinSql, sql } from '../platform/sql.ts'
import type { CompanionWriter } from '../wallet/companion.ts'

/** One redemption, written with the lot that it brings. */
export interface PromoUseRow {
  accountId: string
  intentId: string
  code: string
  lotId: string
  at: Date
}

/** Why a code is not good for an account now. */
export type Unusable = 'PROMO_ENDED' | 'PROMO_USED'

/** The one rule of when a code may be redeemed: asked before the wallet is, and again inside its transaction. */
export function unusable(code: PromoCode, usedByAccount: number, now: Date): Unusable | null {
  // Who has had it is told so, whatever became of the code since.
  if (usedByAccount >= code.perAccount) return 'PROMO_USED'
  if (code.startsAt !== null && now < code.startsAt) return 'PROMO_ENDED'
  if (code.endsAt !== null && now >= code.endsAt) return 'PROMO_ENDED'
  return code.limit !== null && code.used >= code.limit ? 'PROMO_ENDED' : null
}

/**
 * Counts redemptions where nobody can come between: their accounts are locked already, and on PostgreSQL the codes' rows now,
 * in their order, after the accounts. Those of one batch count together.
 */
export function promoUses(provider: DbProvider): CompanionWriter<PromoUseRow> {
  return {
    check: async (tx, rows) => {
      const codes = await lockCodes(tx, provider, [...new Set(rows.map(({ code }) => code))])
      const { known, byAccount } = await usesSoFar(tx, rows)
      return rows.map((row) => {
        const code = codes.get(row.code)
        // The wallet answers a repeated intent from its key: it uses nothing up.
        if (known.has(intentOf(row))) return true
        const used = byAccount.get(pairOf(row)) ?? 0
        if (code === undefined || unusable(code, used, row.at) !== null) return false
        code.used++
        byAccount.set(pairOf(row), used + 1)
        known.add(intentOf(row))
        return true
      })
    },
    write: async (tx, rows) => {
      await tx.promoUse.createMany({ data: [...rows] })
      for (const [code, uses] of Map.groupBy(rows, (row) => row.code)) {
        await tx.promoCode.update({ where: { code }, data: { used: { increment: uses.length } } })
      }
    },
  }
}

const lockedCodes = z.array(z.object({ code: z.string() }))

async function lockCodes(tx: Tx, provider: DbProvider, codes: string[]): Promise<Map<string, PromoCode>> {
  if (provider === 'postgresql') {
    const asked = sql`SELECT "code" FROM "PromoCode" WHERE "code" IN (${joinSql(codes)}) ORDER BY "code" FOR NO KEY UPDATE`
    lockedCodes.parse(await tx.$queryRaw(asked))
  }
  // In a statement of its own: one that waited for the lock would see the rows as they were before.
  const rows = await tx.promoCode.findMany({ where: { code: { in: codes } } })
  return new Map(rows.map((row) => [row.code, row]))
}

/** What these accounts had redeemed of these codes before this batch. */
async function usesSoFar(tx: Tx, rows: readonly PromoUseRow[]) {
  const accountId = { in: [...new Set(rows.map((row) => row.accountId))] }
  const code = { in: [...new Set(rows.map((row) => row.code))] }
  const uses = await tx.promoUse.findMany({ where: { accountId, code } })
  const byAccount = new Map<string, number>()
  for (const use of uses) byAccount.set(pairOf(use), (byAccount.get(pairOf(use)) ?? 0) + 1)
  return { known: new Set(uses.map(intentOf)), byAccount }
}

function pairOf({ accountId, code }: Pick<PromoUseRow, 'accountId' | 'code'>): string {
  return `${accountId} ${code}`
}

function intentOf({ accountId, intentId }: Pick<PromoUseRow, 'accountId' | 'intentId'>): string {
  return `${accountId} ${intentId}`
}
