import type { Payment, PlanList } from 'shared'

/** A pack of 100 that was paid for; for tests. */
export function samplePayment(change: Partial<Payment> = {}): Payment {
  return {
    id: 'payment-0001',
    kind: 'pack',
    state: 'paid',
    offerId: 'pack-100',
    credits: 100,
    price: { amount: 900, currency: 'EUR' },
    undone: { amount: 0, currency: 'EUR' },
    createdAt: '2026-11-20T10:00:00.000Z',
    paidAt: '2026-11-20T10:00:05.000Z',
    period: null,
    receiptUrl: null,
    testMode: false,
    ...change,
  }
}

/** What is on sale where nothing was bought yet; for tests. */
export function samplePlanList(change: Partial<PlanList> = {}): PlanList {
  const offer = { creditPrice: { amount: 10, currency: 'EUR' }, usualCap: 50, maxCap: 1000 }
  const standing = {
    state: 'off',
    cap: 0,
    used: 0,
    until: null,
    owed: null,
    disputed: false,
    lost: false,
    agreed: false,
  } as const
  return { plans: [], current: null, starting: false, former: null, metered: { offer, standing }, testMode: false, ...change }
}
