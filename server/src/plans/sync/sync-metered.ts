import type { Subscription } from '../../../generated/sqlite/client.ts'
import type { SubscriptionFacts } from '../../payments/provider.ts'
import { ToileError } from '../../platform/errors.ts'
import type { Span } from '../cycles/cycles.ts'
import { lotIdOf } from '../cycles/lot-id.ts'
import type { PlansDeps } from '../deps.ts'
import { beginOf } from './end-second.ts'
import { stopFormerMetered } from './former-provider.ts'
import { knownPayments, writePeriodPayment } from './period-payments.ts'
import { asRead, orSuperseded, type Reading, writeAs } from './reading.ts'
import { closeKey, closeStatement, meteredCycle } from './statement.ts'
import { whatIsSaid } from './sync-plan.ts'

/** How often a provider is asked that has not begun its next period yet, in ms. */
const lateMs = 60_000

/**
 * Brings pay-as-you-go to what the provider says of it now: cycles that are over become statements, payments are noted, and
 * the wallet's cap for the running cycle is the designer's, or 0 while a charge is owed.
 */
export async function syncMetered(
  deps: PlansDeps,
  { row, reading, facts }: { row: Subscription; reading: Reading; facts: SubscriptionFacts },
): Promise<void> {
  const { db, clock, ids } = deps
  const now = clock.now()
  const anchor = new Date(Math.min(row.anchor.getTime(), beginOf(facts).getTime()))
  await stopFormerMetered(deps, { accountId: row.accountId })
  await closeOver(deps, { row, reading, facts, now })
  await writeAs(db, reading, async (tx) => {
    await tx.subscription.update({ where: { id: row.id }, data: whatIsSaid(facts, anchor) })
    const terms = { offerId: 'metered', version: row.offersVersion, credits: null }
    const known = await knownPayments(tx, row)
    for (const payment of facts.payments) {
      await writePeriodPayment(tx, { ids, now }, row, payment, { terms, checkoutId: null, known })
    }
  })
  await evenCap(deps, { row, reading, facts, now })
  const late = facts.state !== 'ended' && facts.period.end <= now
  const lookAt = late ? new Date(now.getTime() + lateMs) : facts.period.end > now ? facts.period.end : null
  await writeAs(db, reading, async (tx) => {
    await tx.subscription.update({ where: { id: row.id }, data: { lookAt, attempts: 0 } })
  })
}

interface Synced {
  row: Subscription
  reading: Reading
  facts: SubscriptionFacts
  now: Date
}

/** Closes every cycle that is over: the one that ran at the last look, and those that the provider knows of. */
async function closeOver(deps: PlansDeps, { row, reading, facts, now }: Synced): Promise<void> {
  const known: Span[] = [
    { start: row.periodStart, end: row.periodEnd },
    facts.period,
    ...facts.payments.map(({ period }) => period),
  ]
  // Where the provider has begun the next one it is over, whatever our clock says: the ledger has the last word.
  const isOver = ({ start, end }: Span) => end <= now || start < facts.period.start
  const over = new Map(known.filter(isOver).map((period) => [meteredCycle(row.id, period), period]))
  const keys = await deps.db.write.commandKey.findMany({
    where: { accountId: row.accountId, key: { in: [...over.keys()].map(closeKey) } },
    select: { key: true },
  })
  const closed = new Set(keys.map(({ key }) => key))
  const open = [...over].filter(([cycle]) => !closed.has(closeKey(cycle))).map(([, period]) => period)
  for (const period of open.sort((a, b) => a.start.getTime() - b.start.getTime())) {
    await closeStatement(deps, { row, reading, period, customer: facts.customer })
  }
}

/** Brings the wallet's cap for the running cycle to what it shall be. */
async function evenCap({ db, wallet }: PlansDeps, { row, reading, facts, now }: Synced): Promise<void> {
  const { accountId } = row
  const { period } = facts
  if (facts.state === 'incomplete' || period.end <= now) return
  const cycle = meteredCycle(row.id, period)
  const open = await db.write.lot.findFirst({ where: { accountId, kind: 'metered', reference: cycle, closedAt: null } })
  const cap = mayCharge(facts) ? (row.cap ?? 0) : 0
  if (cap === (open?.cap ?? 0)) return
  const key = `cap:${cycle}:${reading.number}`
  const span = { effectiveAt: period.start.getTime(), expiresAt: period.end.getTime() }
  try {
    await wallet.setCap({ accountId, key, lotId: lotIdOf(key), cycle, label: null, cap, ...span }, asRead(reading))
  } catch (error) {
    // By the ledger's clock it is over already: the next look knows the next one.
    if (error instanceof ToileError && error.code === 'BAD_REQUEST') return
    orSuperseded(error)
  }
}

/** A charge that failed stops it until that is paid, one that is disputed until that is won; a payment on its way does not. */
function mayCharge({ state, payments }: SubscriptionFacts): boolean {
  const failed = payments.some((payment) => payment.state === 'failed' || (payment.givenUp && payment.state !== 'paid'))
  return state === 'active' && !failed && payments.every(({ disputed }) => disputed === 0)
}
