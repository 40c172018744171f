import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Wallet } from './wallet.ts'

/** Lots that are ended at a time: the journal writes them in one transaction. */
const batchSize = 256
/** Most batches in one run; what is left is for the next. */
const maxBatches = 40

/**
 * Books the end of lots that have ended with credits left. Their credits stopped being spendable then, without it: this only
 * writes down where they went. One key a lot, so that replicas and repetitions do it once. Answers how many it ended.
 */
export async function sweepEndedLots({ db, clock, wallet }: { db: Db; clock: Clock; wallet: Wallet }): Promise<number> {
  let ended = 0
  for (let batch = 0; batch < maxBatches; batch++) {
    const lots = await db.read.lot.findMany({
      where: { closedAt: null, available: { gt: 0 }, expiresAt: { lte: clock.now() } },
      orderBy: [{ expiresAt: 'asc' }, { id: 'asc' }],
      take: batchSize,
      select: { id: true, accountId: true },
    })
    const done = await Promise.all(lots.map((lot) => end(wallet, lot)))
    const count = done.filter(Boolean).length
    ended += count
    // Where none of a batch could be ended yet, the next look would find the same ones.
    if (lots.length < batchSize || count === 0) break
  }
  return ended
}

/** False where the database's clock says that the lot has not ended yet: the next run ends it. */
async function end(wallet: Wallet, { id, accountId }: { id: string; accountId: string }): Promise<boolean> {
  try {
    await wallet.expire({ accountId, key: `expire:${id}`, lotId: id })
    return true
  } catch (error) {
    if (error instanceof ToileError && error.code === 'BAD_REQUEST') return false
    throw error
  }
}
