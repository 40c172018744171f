import type { Plan } from 'shared'
import type { SubscriptionFacts } from '../payments/provider.ts'
import { monthsAfter } from '../platform/months.ts'
import { cyclesOf, type Span } from './cycles.ts'
import { type Period, type PeriodStanding, type PlanRef, periodsOf, standingOf } from './periods.ts'

/** A lot that should be there by now. */
export interface DueLot {
  /** The business fact: the wallet's key. */
  key: string
  /** Names the cycle, the same for all lots of it. */
  cycleName: string
  cycle: Span
  credits: number
  rollover: { max: number; until: number } | null
  /** The provider's reference of the payment that pays for it; null while there is none. */
  payment: string | null
}

/** The difference to a larger plan, as it was charged. It counts from its cycle to the end of the period. */
export interface Upgrade {
  id: string
  reference: string
  plan: PlanRef
  /** More, in each cycle. */
  credits: number
  state: string
  from: Date
}

export interface KnownPeriod extends Period {
  terms: Plan
  standing: PeriodStanding
  cycles: Span[]
}

/** Periods with the terms that they were sold by, and where they stand now. */
export function knownPeriods(
  facts: SubscriptionFacts,
  anchor: Date,
  { termsOf, now }: { termsOf: (plan: PlanRef) => Plan; now: Date },
): KnownPeriod[] {
  const ended = facts.state === 'ended'
  return periodsOf(facts).map((period, i, all) => {
    const terms = termsOf(period.plan)
    const standing = standingOf(period, all[i - 1], { plan: terms, ended, now })
    return { ...period, terms, standing, cycles: cyclesOf(period, terms.interval, anchor) }
  })
}

/** All lots that a plan has brought by now. Those of a period that is not paid are not among them. */
export function dueLots(
  subscription: { id: string; endedAt: Date | null },
  periods: readonly KnownPeriod[],
  upgrades: readonly Upgrade[],
  now: Date,
): DueLot[] {
  return periods.flatMap((period) => {
    const begun = period.cycles.filter((cycle) => hasBegun(cycle, subscription.endedAt, now))
    const own = period.standing === 'unpaid' ? [] : begun.map((cycle) => cycleLot(subscription.id, period, cycle))
    const more = upgrades
      .filter(({ state, from }) => state === 'paid' && isWithin(period, from))
      .flatMap((upgrade) => {
        const since = begun.filter(({ end }) => end > upgrade.from)
        return since.map((cycle, i) => upgradeLot(subscription.id, upgrade, cycle, i === 0))
      })
    return [...own, ...more]
  })
}

/** The same for every lot of a cycle. */
export function cycleNameOf(subscriptionId: string, { start }: Pick<Span, 'start'>): string {
  return `cycle:${subscriptionId}:${start.toISOString()}`
}

/** No cycle begins after the end. */
function hasBegun({ start }: Span, endedAt: Date | null, now: Date): boolean {
  return start <= now && (endedAt === null || start < endedAt)
}

export function isWithin({ start, end }: Span, moment: Date): boolean {
  return start <= moment && moment < end
}

function cycleLot(subscriptionId: string, { terms, payment }: KnownPeriod, cycle: Span): DueLot {
  const { credits, rollover } = terms
  const cycleName = cycleNameOf(subscriptionId, cycle)
  const rolling = rollover && { max: rollover.max, until: monthsAfter(cycle.end, rollover.cycles).getTime() }
  return { key: cycleName, cycleName, cycle, credits, rollover: rolling, payment: payment?.reference ?? null }
}

function upgradeLot(subscriptionId: string, upgrade: Upgrade, cycle: Span, first: boolean): DueLot {
  const { id, credits, reference } = upgrade
  const key = first ? `upgrade:${id}` : `upgrade:${id}:${cycle.start.toISOString()}`
  return { key, cycleName: cycleNameOf(subscriptionId, cycle), cycle, credits, rollover: null, payment: reference }
}
