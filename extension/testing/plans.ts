import type { Plan, PlanStanding } from 'shared'

/** A plan of 120 credits a month; for tests. */
export function samplePlan(change: Partial<Plan> = {}): Plan {
  return {
    id: 'month-120',
    credits: 120,
    interval: 'month',
    price: { amount: 960, currency: 'EUR' },
    rollover: null,
    graceDays: 7,
    entitlement: null,
    ...change,
  }
}

/** That plan as an account has it; for tests. */
export function sampleStanding(change: Partial<PlanStanding> = {}): PlanStanding {
  return {
    plan: samplePlan(),
    state: 'active',
    cycle: { start: '2026-11-08T10:00:00.000Z', end: '2026-12-08T10:00:00.000Z' },
    paidUntil: '2026-12-08T10:00:00.000Z',
    ends: false,
    left: 15,
    next: null,
    refused: null,
    graceUntil: null,
    ...change,
  }
}
