import type { Plan, PlanStanding } from 'shared'

/**
 * What a plan is beside the one that the account has.
 * - `first`: there is none. `yours`: it is this one. `next`: it becomes this one, unless it ends.
 * - `larger` counts at once, `smaller` from the next renewal on.
 * - `other-interval`: one cannot go over to it.
 */
export type Beside = 'first' | 'yours' | 'next' | 'larger' | 'smaller' | 'other-interval'

export function beside(plan: Plan, current: PlanStanding | null): Beside {
  if (current === null) return 'first'
  if (plan.id === current.plan.id) return 'yours'
  if (plan.id === current.next?.id && !current.ends) return 'next'
  if (plan.interval !== current.plan.interval) return 'other-interval'
  return plan.credits > current.plan.credits ? 'larger' : 'smaller'
}

/** The plans of one interval, smallest first. The account's own is among them with its own terms, though it may not be sold any more. */
export function plansOf(plans: Plan[], interval: Plan['interval'], current: PlanStanding | null): Plan[] {
  const own = current === null ? [] : [current.plan]
  const others = plans.filter(({ id }) => own.every((plan) => plan.id !== id))
  return [...own, ...others].filter((plan) => plan.interval === interval).sort((a, b) => a.credits - b.credits)
}
