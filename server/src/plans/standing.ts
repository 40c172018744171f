import type { Plan, PlanList, PlanStanding } from 'shared'
import type { Subscription } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'
import { cycleNameOf } from './cycles/cycle-lots.ts'
import { cycleAt, cyclesOf, type Span } from './cycles/cycles.ts'
import { graceEnd } from './cycles/periods.ts'
import type { PlansDeps } from './deps.ts'

/** An account's plan, with the terms that count now and those from the next renewal on. */
export interface CurrentPlan {
  row: Subscription
  plan: Plan
  next: Plan | null
  /** What it was to become, and the provider refused. */
  refused: Plan | null
  /** Of the period that runs. */
  cycles: Span[]
}

/** The plan that an account has; null where it has none, or has yet to pay for the first time. The older one of two. */
export async function currentPlan(
  { db, offers, provider }: Pick<PlansDeps, 'db' | 'offers' | 'provider'>,
  accountId: string,
): Promise<CurrentPlan | null> {
  const row = await db.write.subscription.findFirst({
    // One of a provider that is not used any more can be neither changed nor ended here: it stands in nobody's way.
    where: { accountId, provider: provider.name, kind: 'plan', state: { notIn: ['incomplete', 'ended'] } },
    orderBy: [{ anchor: 'asc' }, { reference: 'asc' }],
  })
  if (row === null || row.planId === null) return null
  const { planId, offersVersion, nextPlanId, nextOffersVersion, anchor, periodStart: start, periodEnd: end } = row
  const plan = offers.plan(planId, offersVersion)
  const next = nextPlanId === null ? null : offers.plan(nextPlanId, nextOffersVersion ?? offersVersion)
  const { refusedPlanId, refusedOffersVersion } = row
  const refused = refusedPlanId === null ? null : offers.plan(refusedPlanId, refusedOffersVersion ?? offersVersion)
  return { row, plan, next, refused, cycles: cyclesOf({ start, end }, plan.interval, anchor) }
}

/** For how long after its end a plan of a payment service that is gone is still told of, in ms: its card may be charged there. */
const formerMs = 31 * 86_400_000

/** The newest plan of a payment service that is not used any more. */
export async function formerPlan(
  { db, clock, offers, provider }: Pick<PlansDeps, 'db' | 'clock' | 'offers' | 'provider'>,
  accountId: string,
): Promise<PlanList['former']> {
  const since = new Date(clock.now().getTime() - formerMs)
  const going = { state: { notIn: ['incomplete', 'ended'] }, endsWithPeriod: false, periodEnd: { gt: since } }
  const row = await db.write.subscription.findFirst({
    where: { accountId, provider: { not: provider.name }, kind: 'plan', ...going },
    orderBy: [{ periodEnd: 'desc' }, { id: 'asc' }],
  })
  if (row === null || row.planId === null) return null
  return { plan: offers.plan(row.planId, row.offersVersion), paidUntil: row.periodEnd.toISOString() }
}

/** As the designer sees it. */
export async function standingOfPlan(
  db: Db,
  { row, plan, next, refused, cycles }: CurrentPlan,
  now: Date,
): Promise<PlanStanding> {
  const cycle = cycleAt(cycles, now) ?? { start: row.periodStart, end: row.periodEnd }
  const grace = row.state === 'past_due' ? graceEnd({ start: row.periodStart }, plan) : null
  return {
    plan,
    state: stateOf(row, grace, now),
    cycle: { start: cycle.start.toISOString(), end: cycle.end.toISOString() },
    paidUntil: row.periodEnd.toISOString(),
    ends: row.endsWithPeriod,
    left: await leftOf(db, row, cycle, now),
    next,
    refused,
    graceUntil: grace !== null && now < grace ? grace.toISOString() : null,
  }
}

function stateOf({ state, endsWithPeriod }: Subscription, grace: Date | null, now: Date): PlanStanding['state'] {
  if (state === 'unpaid') return 'unpaid'
  if (grace !== null) return now < grace ? 'past_due' : 'unpaid'
  return endsWithPeriod ? 'ending' : 'active'
}

/** What can be spent of a cycle's credits, those of its upgrades included. */
async function leftOf(db: Db, { id, accountId }: Subscription, cycle: Span, now: Date): Promise<number> {
  const { _sum } = await db.write.lot.aggregate({
    where: { accountId, reference: cycleNameOf(id, cycle), closedAt: null, expiresAt: { gt: now } },
    _sum: { available: true },
  })
  return _sum.available ?? 0
}

/** When a plan brings credits next; null where it brings no more. */
export function nextCredits({ row, cycles }: CurrentPlan, now: Date): Date | null {
  const within = cycles.find(({ start }) => start > now)
  if (within !== undefined) return within.start
  const renews = !row.endsWithPeriod && row.state === 'active'
  return renews && row.periodEnd > now ? row.periodEnd : null
}
