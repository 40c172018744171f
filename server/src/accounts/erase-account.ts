import * as z from 'zod'
import type { Generations } from '../generations/generations.ts'
import { type Checkouts, payable } from '../payments/checkouts/checkouts.ts'
import { markCustomers } from '../payments/forget-customers.ts'
import type { Plans } from '../plans/plans.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { joinSql, sql } from '../platform/sql.ts'
import type { Wallet } from '../wallet/wallet.ts'

export interface EraseDeps {
  db: Db
  clock: Clock
  wallet: Wallet
  generations: Pick<Generations, 'cancel'>
  checkouts: Pick<Checkouts, 'closeAll'>
  plans: Pick<Plans, 'endAll'>
}

/** Days begin here where nobody has said otherwise. */
const nowhere = 'UTC'
/** Most accounts of one run of the sweep; what is left is for the next. */
const batchSize = 32

/** Erases all that an account wrote or brought. The ledger stays, and what was paid, under the account's id. Doing it twice does no harm. */
export async function eraseAccount(deps: EraseDeps, accountId: string): Promise<void> {
  await stopImages(deps, accountId)
  await deps.checkouts.closeAll(accountId)
  await deps.plans.endAll(accountId)
  await eraseWords(deps, accountId)
  // Where its days began says where somebody lives. Done again, it is another command: the settings may be others since.
  const key = `erased:${deps.clock.now().getTime()}`
  await deps.wallet.configure({ accountId, key, settings: { timeZone: nowhere } })
}

/** What is on its way is cancelled, so that no hold stays open. */
async function stopImages({ db, generations }: EraseDeps, accountId: string): Promise<void> {
  const open = await db.write.generation.findMany({ where: { accountId, finishedAt: null }, select: { id: true } })
  for (const { id } of open) await generations.cancel(accountId, id)
}

/** Prompts, names, reasons and pictures; payment services follow by a sweep. The files of pictures that no other account has go within a day, by a sweep. */
async function eraseWords({ db, clock }: EraseDeps, accountId: string): Promise<void> {
  const own = { where: { accountId } }
  await db.write.$transaction(async (tx) => {
    await tx.generationJob.deleteMany({ where: { generation: { accountId, finishedAt: { not: null } } } })
    await tx.generation.deleteMany({ where: { accountId, finishedAt: { not: null } } })
    await tx.image.deleteMany(own)
    await tx.draft.deleteMany(own)
    await tx.project.deleteMany(own)
    await tx.alert.deleteMany(own)
    await markCustomers(tx, accountId, clock.now())
    // That credits were given stands in the ledger; why, in the operator's words, goes.
    await tx.adjustment.updateMany({ ...own, data: { reason: '' } })
  })
}

const accounts = z.array(z.object({ id: z.string() }))

/**
 * Finishes deletions that a crash cut short, and erases what was written while one ran: a request that came through the door
 * just before it was closed. Answers how many accounts had something left.
 */
export async function sweepDeletedAccounts(deps: EraseDeps): Promise<number> {
  const rows = await deps.db.read.$queryRaw(sql`
    SELECT a."id" FROM "Account" a
    WHERE NOT EXISTS (SELECT 1 FROM "Member" m WHERE m."accountId" = a."id") AND (
      EXISTS (SELECT 1 FROM "Generation" g WHERE g."accountId" = a."id")
      OR EXISTS (SELECT 1 FROM "Image" i WHERE i."accountId" = a."id")
      OR EXISTS (SELECT 1 FROM "Draft" d WHERE d."accountId" = a."id")
      OR EXISTS (SELECT 1 FROM "Project" p WHERE p."accountId" = a."id")
      OR EXISTS (SELECT 1 FROM "Customer" p WHERE p."accountId" = a."id" AND p."erasedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "Checkout" c WHERE c."accountId" = a."id" AND c."state" IN (${joinSql(payable)}))
      OR EXISTS (SELECT 1 FROM "Wallet" w WHERE w."accountId" = a."id" AND w."timeZone" <> ${nowhere}))
    ORDER BY a."id" LIMIT ${batchSize}`)
  const left = accounts.parse(rows)
  for (const { id } of left) await eraseAccount(deps, id)
  return left.length
}
