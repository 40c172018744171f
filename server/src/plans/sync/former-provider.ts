import type { Plan } from 'shared'
import type { Payment, Subscription } from '../../../generated/sqlite/client.ts'
import { evenLots } from '../../payments/paid-lots.ts'
import type { PaymentProvider, PeriodPayment, SubscriptionFacts } from '../../payments/provider.ts'
import { ToileError } from '../../platform/errors.ts'
import { cycleLots, knownPeriods, type Upgrade } from '../cycles/cycle-lots.ts'
import { lotIdOf } from '../cycles/lot-id.ts'
import { nextLook } from '../cycles/next-look.ts'
import type { PlanRef } from '../cycles/periods.ts'
import type { PlansDeps } from '../deps.ts'
import { grantDueLots } from './grant-lots.ts'
import { putOff } from './put-off.ts'
import { beginReading, Superseded, writeAs } from './reading.ts'
import { closeKey, meteredCycle } from './statement.ts'

/** Subscriptions in one run; what is left is for the next. */
const batchSize = 200
/** What was used is billed by nobody once its cycle ended so long ago, in ms: settings that were changed by mistake are back by then. */
const unbilledAfterMs = 7 * 86_400_000
/** Cycles that ended so long ago have been closed, in ms. */
const closedAfterMs = 60 * 86_400_000

/**
 * What was agreed to at a payment service that is not used any more: nobody hears of its renewals, and nobody can charge there.
 * So nothing more is spent of its pay-as-you-go, and what was used of it is billed by nobody, a week after its cycle's end; of its
 * plans the months that are paid for come still, by what was last heard. Where the service is used again, all goes on from there.
 */
export async function sweepFormer(deps: PlansDeps): Promise<void> {
  const { db, clock, provider } = deps
  const now = clock.now()
  await stopFormerMetered(deps, {})
  const due = { ...formerOf(provider), kind: 'plan', lookAt: { lte: now }, periodEnd: { gt: now } }
  for (const row of await db.write.subscription.findMany({ where: due, orderBy: { lookAt: 'asc' }, take: batchSize })) {
    await grantPaidMonths(deps, row, now).catch((error: unknown) => putOff(deps, row, error))
  }
}

const formerOf = ({ name }: PaymentProvider) => ({ provider: { not: name }, state: { notIn: ['incomplete', 'ended'] } })

/**
 * Stops pay-as-you-go of a payment service that is not used any more. Whoever closes another cycle of an account does this first
 * for that one, and nothing waits: its statement takes all use that is on none.
 */
export async function stopFormerMetered(deps: PlansDeps, of: { accountId?: string }): Promise<void> {
  const { db, clock, provider } = deps
  const now = clock.now()
  const running = { gt: new Date(now.getTime() - closedAfterMs) }
  const where = { ...of, ...formerOf(provider), kind: 'metered', periodEnd: running }
  const endedBefore = of.accountId === undefined ? new Date(now.getTime() - unbilledAfterMs) : now
  for (const row of await db.write.subscription.findMany({ where })) await stopMetered(deps, row, { now, endedBefore })
}

async function stopMetered(
  { db, wallet, log }: PlansDeps,
  row: Subscription,
  { now, endedBefore }: { now: Date; endedBefore: Date },
): Promise<void> {
  const { id, accountId, periodStart, periodEnd, readings } = row
  const cycle = meteredCycle(id, { start: periodStart })
  const open = await db.write.lot.findMany({ where: { accountId, kind: 'metered', reference: cycle, closedAt: null } })
  if (open.length === 0) return
  try {
    if (periodEnd > now) {
      if (open.every(({ cap }) => cap === 0)) return
      // Where the service is used again it is looked at then, and has its cap back.
      await db.write.subscription.update({ where: { id }, data: { lookAt: now } })
      const key = `former:${cycle}:${readings}`
      const span = { effectiveAt: periodStart.getTime(), expiresAt: periodEnd.getTime() }
      await wallet.setCap({ accountId, key, lotId: lotIdOf(key), cycle, label: null, cap: 0, ...span })
      return
    }
    if (periodEnd > endedBefore) return
    const { billed } = await wallet.closeCycle({
      accountId,
      key: closeKey(cycle),
      cycle,
      endsAt: periodEnd.getTime(),
      alone: true,
    })
    log.warn({ subscription: id, credits: billed }, 'use of pay-as-you-go of a payment service that is gone is billed by nobody')
  } catch (error) {
    // By the ledger's own clock it is over already, or not yet: the next look does it.
    if (!(error instanceof ToileError && error.code === 'BAD_REQUEST')) throw error
  }
}

async function grantPaidMonths(deps: PlansDeps, { id }: Subscription, now: Date): Promise<void> {
  const { db, offers } = deps
  const { row, reading } = await beginReading(db, id, now)
  const payments = await db.write.payment.findMany({
    where: { subscriptionId: id },
    orderBy: [{ periodStart: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const facts = factsAsKept(row, payments)
  const termsOf = (plan: PlanRef) => offers.plan(plan.id, plan.version)
  const periods = knownPeriods(facts, row.anchor, { termsOf, now })
  const upgrades = payments.filter(({ kind }) => kind === 'upgrade').map((payment) => upgradeAsKept(payment, termsOf))
  await grantDueLots(deps, { row, reading, lots: cycleLots(row, periods, upgrades, now) })
  // What went back of a payment went back of the months to come, too.
  for (const payment of payments) {
    const isEven = payment.state !== 'paid' || (await evenLots(deps, payment))
    if (!isEven) throw new Superseded('a newer reading has begun')
  }
  await writeAs(db, reading, async (tx) => {
    await tx.subscription.update({ where: { id }, data: { lookAt: nextLook(facts, periods, now), attempts: 0 } })
  })
}

/** What its payment service said last. */
function factsAsKept(row: Subscription, payments: Payment[]): SubscriptionFacts {
  const { reference, accountId, planId, offersVersion: version, periodStart, periodEnd, endsWithPeriod, endedAt } = row
  const made = payments.flatMap(({ kind, periodStart: start, periodEnd: end, ...payment }): PeriodPayment[] => {
    if (kind !== 'plan' || start === null || end === null) return []
    const { amount, currency, offerId, offersVersion } = payment
    const paid = payment.state === 'paid'
    const of = { period: { start, end }, plan: { id: offerId, version: offersVersion }, amount: { amount, currency } }
    return [{ ...payment, ...of, state: paid ? 'paid' : 'failed', givenUp: !paid }]
  })
  const base = { reference, kind: 'plan' as const, accountId, customer: '', state: 'active' as const, endsWithPeriod, endedAt }
  const plan = planId === null ? null : { id: planId, version }
  return { ...base, plan, period: { start: periodStart, end: periodEnd }, payments: made }
}

function upgradeAsKept(
  { id, reference, offerId, offersVersion, credits, state, periodStart, createdAt }: Payment,
  termsOf: (plan: PlanRef) => Plan,
): Upgrade {
  const plan = { id: offerId, version: offersVersion }
  return { id, reference, plan, credits, rollover: termsOf(plan).rollover, state, from: periodStart ?? createdAt }
}
