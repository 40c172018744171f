import type { Plan } from 'shared'
import type { SubscriptionFacts } from '../../payments/provider.ts'
import { monthsAfter } from '../../platform/months.ts'
import { cyclesOf, type Span } from './cycles.ts'
import { type Period, type PeriodStanding, type PlanRef, periodsOf, standingOf } from './periods.ts'

/** A lot of a cycle that has begun. */
export interface CycleLot {
  /** The business fact: the wallet's key. */
  key: string
  /** Names the cycle, the same for all lots of it. */
  cycleName: string
  cycle: Span
  credits: number
  rollover: { max: number; until: number } | null
  /** The provider's reference of the payment that pays for it; null while there is none. */
  payment: string | null
  /** It should be there by now. One that should not may be there from before, and is its payment's all the same. */
  due: boolean
}

/** The difference to a larger plan, as it was charged. It counts from its cycle to the end of the period. */
export interface Upgrade {
  id: string
  reference: string
  plan: PlanRef
  /** More, in each cycle. */
  credits: number
  /** Of the larger plan. */
  rollover: Plan['rollover']
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

/** All lots of a plan's cycles that have begun. Those of a period that is not paid are not due, nor what began after the end. */
export function cycleLots(
  subscription: { id: string; endedAt: Date | null },
  periods: readonly KnownPeriod[],
  upgrades: readonly Upgrade[],
  now: Date,
): CycleLot[] {
  const { id, endedAt } = subscription
  const goesOn = ({ start }: Span) => endedAt === null || start < endedAt
  return periods.flatMap((period) => {
    const begun = period.cycles.filter(({ start }) => start <= now)
    const isPaid = period.standing !== 'unpaid'
    const own = begun.map((cycle) => ({ ...cycleLot(id, period, cycle), due: isPaid && goesOn(cycle) }))
    const more = upgrades
      .filter(({ state, from }) => state === 'paid' && isWithin(period, from))
      .flatMap((upgrade) => {
        const since = begun.filter(({ end }) => end > upgrade.from)
        return since.map((cycle, i) => ({ ...upgradeLot(id, upgrade, cycle, i === 0), due: goesOn(cycle) }))
      })
    return [...own, ...more]
  })
}

/** The same for every lot of a cycle. */
export function cycleNameOf(subscriptionId: string, { start }: Pick<Span, 'start'>): string {
  return `cycle:${subscriptionId}:${start.toISOString()}`
}

export function isWithin({ start, end }: Span, moment: Date): boolean {
  return start <= moment && moment < end
}

function cycleLot(subscriptionId: string, { terms, payment }: KnownPeriod, cycle: Span): Omit<CycleLot, 'due'> {
  const { credits, rollover } = terms
  const cycleName = cycleNameOf(subscriptionId, cycle)
  const paid = { credits, payment: payment?.reference ?? null }
  return { key: cycleName, cycleName, cycle, ...paid, rollover: rollingOver(cycle, rollover) }
}

/** What is left of the difference goes on as the larger plan's own credits do: with the others of its cycle, as one. */
function upgradeLot(subscriptionId: string, upgrade: Upgrade, cycle: Span, first: boolean): Omit<CycleLot, 'due'> {
  const { id, credits, rollover, reference } = upgrade
  const key = first ? `upgrade:${id}` : `upgrade:${id}:${cycle.start.toISOString()}`
  const cycleName = cycleNameOf(subscriptionId, cycle)
  return { key, cycleName, cycle, credits, payment: reference, rollover: rollingOver(cycle, rollover) }
}

function rollingOver({ end }: Span, rollover: Plan['rollover']): CycleLot['rollover'] {
  return rollover && { max: rollover.max, until: monthsAfter(end, rollover.cycles).getTime() }
}
