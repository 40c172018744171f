import type { Subscription } from '../../../generated/sqlite/client.ts'
import { pauseAfter } from '../../payments/pause.ts'
import type { SubscriptionFacts } from '../../payments/provider.ts'
import type { Tx } from '../../platform/db.ts'
import { cycleLots, isWithin, type KnownPeriod, knownPeriods, type Upgrade } from '../cycles/cycle-lots.ts'
import type { Span } from '../cycles/cycles.ts'
import { nextLook } from '../cycles/next-look.ts'
import type { PlanRef } from '../cycles/periods.ts'
import type { PlansDeps } from '../deps.ts'
import { dropLate, findAnswers } from '../upgrades/unsettled-upgrades.ts'
import { readUpgrades, tellUpgrades, writeUpgrades } from '../upgrades/upgrades.ts'
import { beginOf } from './end-second.ts'
import { writeEntitlement } from './entitlement.ts'
import { evenPlanLots } from './even-lots.ts'
import { grantDueLots } from './grant-lots.ts'
import { knownPayments, writePeriodPayment } from './period-payments.ts'
import { type Reading, writeAs } from './reading.ts'
import { nothingToTell, tellNextPlan } from './tell-next-plan.ts'

interface ReadPlan {
  row: Subscription
  reading: Reading
  facts: SubscriptionFacts
  /** Where it was agreed to, if that is known. */
  checkoutId: string | null
}

/**
 * Brings a plan to what the provider says of it now: its row and payments first, then the lots that are due, then what of them
 * was undone; last, the plan that the provider shall renew to, where it does not know that yet.
 */
export async function syncPlan(deps: PlansDeps, { row, reading, facts, checkoutId }: ReadPlan): Promise<void> {
  const { db, clock, offers } = deps
  const now = clock.now()
  const termsOf = (plan: PlanRef) => offers.plan(plan.id, plan.version)
  const anchor = beginOf(facts)
  const periods = knownPeriods(facts, anchor, { termsOf, now })
  const cycles = cyclesNow(facts, periods)
  const unanswered = await findAnswers(deps, row, cycles)
  const { upgrades, left } = await dropLate(deps, await readUpgrades(deps, row), { cycles, ended: facts.state === 'ended' })
  const current = runningPlan(facts, periods, upgrades)
  const next = await wishAfter(deps, row, current, upgrades)

  await writeAs(db, reading, async (tx) => {
    await tx.subscription.update({ where: { id: row.id }, data: { ...whatIsSaid(facts, anchor), ...planColumns(current, next) } })
    await writePayments(tx, deps, row, periods, checkoutId)
    await writeUpgrades(tx, upgrades)
    await writeEntitlement(tx, row, { facts, terms: current && termsOf(current), now })
  })
  let told = nothingToTell
  if (facts.state !== 'incomplete') {
    const lots = cycleLots({ id: row.id, endedAt: facts.endedAt }, periods, upgrades, now)
    await grantDueLots(deps, { row, reading, lots })
    await evenPlanLots(deps, { row, reading, unpaid: unpaidOf(periods) })
    await tellUpgrades(deps, upgrades)
    told = await tellNextPlan(deps, { row, facts, current, wanted: next ?? current })
  }
  const look = nextLook(facts, periods, now)
  const isDone = !told.again && !unanswered && !left
  const plan = isDone ? { lookAt: look, attempts: 0 } : askedAgain(row, look, now)
  await writeAs(db, reading, async (tx) => {
    await tx.subscription.update({ where: { id: row.id }, data: { ...plan, ...told.refused } })
  })
}

/** What the provider has yet to be asked is asked after a growing pause, and no cycle waits for it. */
function askedAgain({ attempts }: Subscription, look: Date | null, now: Date) {
  const again = new Date(now.getTime() + pauseAfter(attempts))
  return { lookAt: look !== null && look < again ? look : again, attempts: attempts + 1 }
}

function cyclesNow({ period }: SubscriptionFacts, periods: readonly KnownPeriod[]): Span[] {
  return periods.find(({ start }) => start.getTime() === period.start.getTime())?.cycles ?? []
}

/** What the provider says, as the row keeps it. */
export function whatIsSaid({ state, period, endsWithPeriod, endedAt }: SubscriptionFacts, anchor: Date) {
  return { state, anchor, periodStart: period.start, periodEnd: period.end, endsWithPeriod, endedAt }
}

/** What counts in the period that runs: what was paid for it, or the last larger plan whose difference was paid within it. */
function runningPlan(facts: SubscriptionFacts, periods: readonly KnownPeriod[], upgrades: readonly Upgrade[]): PlanRef | null {
  const running = periods.find(({ start }) => start.getTime() === facts.period.start.getTime())
  if (running === undefined) return facts.plan
  const paid = upgrades.filter(({ state, from }) => state === 'paid' && isWithin(running, from))
  return paid.at(-1)?.plan ?? running.plan
}

/** The plan of the next renewal, where it is another one: as the designer wished, or a larger one that was paid for just now. */
async function wishAfter(
  { db }: PlansDeps,
  { nextPlanId, nextOffersVersion }: Subscription,
  current: PlanRef | null,
  upgrades: readonly Upgrade[],
): Promise<PlanRef | null> {
  const paid = upgrades.filter(({ state }) => state === 'paid')
  const granted = await db.write.paidLot.findMany({
    where: { paymentId: { in: paid.map(({ id }) => id) } },
    select: { paymentId: true },
  })
  const fresh = paid.findLast(({ id }) => !granted.some(({ paymentId }) => paymentId === id))
  const wished = nextPlanId === null || nextOffersVersion === null ? null : { id: nextPlanId, version: nextOffersVersion }
  const wish = fresh?.plan ?? wished
  return wish?.id === current?.id ? null : wish
}

function planColumns(current: PlanRef | null, next: PlanRef | null) {
  const columns = { nextPlanId: next?.id ?? null, nextOffersVersion: next?.version ?? null }
  return current === null ? columns : { ...columns, planId: current.id, offersVersion: current.version }
}

async function writePayments(
  tx: Tx,
  deps: PlansDeps,
  row: Subscription,
  periods: readonly KnownPeriod[],
  checkoutId: string | null,
): Promise<void> {
  const made = { ids: deps.ids, now: deps.clock.now() }
  const known = await knownPayments(tx, row)
  for (const [i, { payment, plan, terms }] of periods.entries()) {
    if (payment === null) continue
    const of = { offerId: plan.id, version: plan.version, credits: terms.credits }
    await writePeriodPayment(tx, made, row, payment, { terms: of, checkoutId: i === 0 ? checkoutId : null, known })
  }
}

/** References of payments whose credits go until they are paid. */
function unpaidOf(periods: readonly KnownPeriod[]): ReadonlySet<string> {
  return new Set(periods.flatMap(({ standing, payment }) => (standing === 'unpaid' && payment ? [payment.reference] : [])))
}
