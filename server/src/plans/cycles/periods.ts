import type { Plan } from 'shared'
import { undoneOf } from '../../payments/paid-lots.ts'
import type { PeriodPayment, SubscriptionFacts } from '../../payments/provider.ts'
import type { Span } from './cycles.ts'

/** A plan as it is named where it was sold: its id and the version of the list. */
export interface PlanRef {
  id: string
  version: number
}

/** A period of a plan, and what it charged; `payment` is null while the provider has made none. */
export interface Period extends Span {
  plan: PlanRef
  payment: PeriodPayment | null
}

/**
 * - `paid`, whatever was undone of it since.
 * - `awaited`: it began in good standing, and may still be paid.
 * - `unpaid`: no credits come of it, and those that came go.
 */
export type PeriodStanding = 'paid' | 'awaited' | 'unpaid'

const dayMs = 86_400_000

/** The periods that the provider knows of, oldest first; of two payments for one period the one that was paid, or the later. */
export function periodsOf(facts: SubscriptionFacts): Period[] {
  const byStart = new Map<number, Period>()
  for (const payment of facts.payments) {
    const { period, plan } = payment
    if (plan === null || byStart.get(period.start.getTime())?.payment?.state === 'paid') continue
    byStart.set(period.start.getTime(), { ...period, plan, payment })
  }
  const { period, plan } = facts
  if (facts.state !== 'incomplete' && plan !== null && !byStart.has(period.start.getTime())) {
    byStart.set(period.start.getTime(), { ...period, plan, payment: null })
  }
  return [...byStart.values()].sort((a, b) => a.start.getTime() - b.start.getTime())
}

/** Until when a period may be paid before its credits go. */
export function graceEnd({ start }: Pick<Span, 'start'>, { graceDays }: Pick<Plan, 'graceDays'>): Date {
  return new Date(start.getTime() + graceDays * dayMs)
}

/**
 * Whether a period is paid, or good all the same. A renewal is good at the boundary when the period before it was paid, since
 * providers charge an hour late; the first one never is before it is paid.
 */
export function standingOf(
  { start, payment }: Period,
  before: Period | undefined,
  { plan, ended, now }: { plan: Plan; ended: boolean; now: Date },
): PeriodStanding {
  if (payment?.state === 'paid') return 'paid'
  if (ended || payment?.givenUp || now >= graceEnd({ start }, plan)) return 'unpaid'
  const paidBefore = before?.payment?.state === 'paid' && !isUndone(before.payment)
  return paidBefore ? 'awaited' : 'unpaid'
}

function isUndone({ amount: { amount }, refunded, disputed }: PeriodPayment): boolean {
  return amount > 0 && undoneOf({ amount, refunded, disputed }) === amount
}
