import type { Customer } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db, Tx } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import { payable } from './checkouts/checkouts.ts'
import { pauseAfter } from './pause.ts'
import { type PaymentProvider, ProviderError } from './provider.ts'

/*
 *  an account is erased ──▶ its customers are marked, in the same transaction
 *     ▼ the sweep
 *  something is still to be paid or billed? ── wait an hour, for two months at most
 *     ▼
 *  the provider forgets the customer ──▶ the row goes ── away: again after a growing pause
 */

export interface ForgetDeps {
  db: Db
  clock: Clock
  log: Log
  provider: PaymentProvider
}

/** Most customers of one run; what is left is for the next. */
const batchSize = 20
/** How long until it is looked again whether all is settled, in ms. */
const unsettledMs = 3_600_000
/** A month of pay-as-you-go, and the weeks in which its bill is tried, in ms. */
const longestWaitMs = 60 * 86_400_000

/** Payment services shall forget whom the account was there. Written with the erasure; the sweep asks them. */
export async function markCustomers(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.customer.updateMany({ where: { accountId, erasedAt: null }, data: { erasedAt: now, forgetAt: now } })
}

/** Asks the provider to forget customers of deleted accounts. One that cannot be keeps no other waiting. Answers how many were. */
export async function forgetCustomers(deps: ForgetDeps): Promise<number> {
  const { db, clock, provider } = deps
  const due = await db.write.customer.findMany({
    where: { provider: provider.name, forgetAt: { lte: clock.now() } },
    orderBy: [{ forgetAt: 'asc' }, { accountId: 'asc' }],
    take: batchSize,
  })
  let forgotten = 0
  for (const row of due) if (await forget(deps, row)) forgotten += 1
  return forgotten
}

async function forget({ db, clock, log, provider }: ForgetDeps, row: Customer): Promise<boolean> {
  const { accountId, reference, attempts } = row
  const now = clock.now()
  const where = { provider: row.provider, accountId, reference }
  const later = (ms: number) => ({ forgetAt: new Date(now.getTime() + ms) })
  const waited = now.getTime() - (row.erasedAt ?? now).getTime()
  if (waited < longestWaitMs && (await isUnsettled(db, row))) {
    await db.write.customer.updateMany({ where, data: later(unsettledMs) })
    return false
  }
  try {
    await provider.forgetCustomer(reference)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    const pauseMs = pauseAfter(attempts)
    const told = { err: error, customer: reference, attempts: attempts + 1, pauseMs }
    log.warn(told, 'the payment service could not be asked to forget a deleted account; it is asked again')
    const failed = { attempts: { increment: 1 }, lastError: error.message }
    await db.write.customer.updateMany({ where, data: { ...failed, ...later(pauseMs) } })
    return false
  }
  await db.write.$transaction(async (tx) => {
    // There is nothing to look at any more.
    const own = { where: { provider: row.provider, accountId }, data: { lookAt: null } }
    await tx.checkout.updateMany(own)
    await tx.subscription.updateMany(own)
    await tx.customer.deleteMany({ where })
  })
  return true
}

/** Whether money is still to come by this customer: without it nothing could be charged, or a payment given back in time. */
async function isUnsettled(db: Db, { provider, accountId }: Customer): Promise<boolean> {
  const own = { provider, accountId }
  const counts = await Promise.all([
    db.write.subscription.count({ where: { ...own, state: { not: 'ended' } } }),
    db.write.useReport.count({ where: { accountId, sentAt: null } }),
    db.write.payment.count({ where: { ...own, state: 'pending' } }),
    // A bill that failed is tried again for weeks.
    db.write.payment.count({ where: { ...own, kind: 'metered', state: { in: ['open', 'failed'] } } }),
    db.write.checkout.count({ where: { ...own, state: { in: [...payable, 'pending'] }, reference: { not: null } } }),
  ])
  return counts.some((count) => count > 0)
}
