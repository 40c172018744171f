import * as z from 'zod'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { sql } from '../platform/sql.ts'
import type { Wallet } from '../wallet/wallet.ts'

/** A hold so young may still be on its way to its jobs, in ms. */
const minAgeMs = 3_600_000
/** Holds that are given back in one run; what is left is for the next. */
const batchSize = 256

const found = z.array(z.object({ id: z.string(), accountId: z.string() }))

/**
 * Gives back what holds still keep that no unfinished job stands behind, as our failure: no image will ever come of it. A hold
 * lives as long as any of its jobs does, however long that is. Answers how many were given back.
 */
export async function sweepOrphanedHolds({ db, clock, wallet }: { db: Db; clock: Clock; wallet: Wallet }): Promise<number> {
  const before = new Date(clock.now().getTime() - minAgeMs)
  const rows = await db.read.$queryRaw(sql`
    SELECT h."id", h."accountId" FROM "Hold" h
    WHERE h."finishedAt" IS NULL AND h."createdAt" < ${before} AND NOT EXISTS (
      SELECT 1 FROM "Generation" g JOIN "GenerationJob" j ON j."generationId" = g."id"
      WHERE g."id" = h."reference" AND g."holdId" = h."id" AND j."finishedAt" IS NULL)
    ORDER BY h."createdAt", h."id" LIMIT ${batchSize}`)
  const given = await Promise.all(found.parse(rows).map((hold) => giveBack(wallet, hold)))
  return given.filter(Boolean).length
}

/** False where somebody has settled it meanwhile. */
async function giveBack(wallet: Wallet, { id, accountId }: { id: string; accountId: string }): Promise<boolean> {
  try {
    await wallet.timeOut({ accountId, key: `timeout:${id}`, holdId: id })
    return true
  } catch (error) {
    if (error instanceof ToileError && error.code === 'HOLD_FINISHED') return false
    throw error
  }
}
