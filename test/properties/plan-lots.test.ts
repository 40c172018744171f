import fc from 'fast-check'
import type { PeriodPayment, SubscriptionFacts } from 'server/payments/provider'
import { cycleLots, knownPeriods, type Upgrade } from 'server/plans/cycles/cycle-lots'
import { nextLook } from 'server/plans/cycles/next-look'
import { changeOf } from 'server/plans/upgrades/upgrade-price'
import { monthsAfter } from 'server/platform/months'
import { type Plan, plan as planSchema } from 'shared'
import { expect, test } from 'vitest'

interface Life {
  facts: SubscriptionFacts
  anchor: Date
  terms: Plan
  upgrades: Upgrade[]
  now: Date
}

const dayMs = 86_400_000
const termsOf = (interval: 'month' | 'year', graceDays: number) =>
  planSchema.parse({ id: interval, credits: 30, interval, price: { amount: 270, currency: 'EUR' }, graceDays })

/** How one period's payment went. */
const payments = fc.record({
  state: fc.constantFrom('open', 'pending', 'paid', 'paid', 'paid', 'failed'),
  givenUp: fc.boolean(),
  refunded: fc.nat(270),
})

/** Any plan's life, seen at any moment of its last period or later, with or without that one's payment. */
const lives: fc.Arbitrary<Life> = fc
  .record({
    anchor: fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true }),
    interval: fc.constantFrom('month' as const, 'year' as const),
    graceDays: fc.nat(27),
    charged: fc.array(payments, { minLength: 1, maxLength: 5 }),
    uncharged: fc.boolean(),
    /** Since the last period began. */
    sinceMs: fc.nat(400 * dayMs),
    endedAfterMs: fc.option(fc.nat(400 * dayMs)),
    upgradedAfterMs: fc.option(fc.nat(360 * dayMs)),
  })
  .map(({ anchor, interval, graceDays, charged, uncharged, sinceMs, endedAfterMs, upgradedAfterMs }) => {
    const months = interval === 'year' ? 12 : 1
    const periodAt = (i: number) => ({ start: monthsAfter(anchor, i * months), end: monthsAfter(anchor, (i + 1) * months) })
    const terms = termsOf(interval, graceDays)
    const made = charged.map((payment, i): PeriodPayment => {
      const of = { reference: `payment-${i}`, amount: terms.price, paidAt: null, disputed: 0, lost: 0, receiptUrl: null }
      return { ...of, ...payment, plan: { id: interval, version: 1 }, period: periodAt(i) }
    })
    const period = periodAt(uncharged ? charged.length : charged.length - 1)
    const now = new Date(period.start.getTime() + sinceMs)
    const endedAt = endedAfterMs === null ? null : new Date(Math.min(now.getTime(), period.start.getTime() + endedAfterMs))
    const state = endedAt === null ? ('active' as const) : ('ended' as const)
    const base = { reference: 'subscription-1', kind: 'plan' as const, accountId: 'a', customer: 'c', endsWithPeriod: false }
    const facts = { ...base, state, plan: { id: interval, version: 1 }, period, endedAt, payments: made }
    const from = new Date(period.start.getTime() + (upgradedAfterMs ?? 0))
    const more = { plan: { id: 'more', version: 1 }, credits: 90, rollover: { max: 50, cycles: 2 } }
    const upgrade = { id: 'upgrade-1', reference: 'charge-1', ...more, state: 'paid', from }
    return { facts, anchor, terms, now, upgrades: upgradedAfterMs === null || from > now ? [] : [upgrade] }
  })

function seenAt({ facts, anchor, terms, upgrades }: Life, now: Date) {
  const periods = knownPeriods(facts, anchor, { termsOf: () => terms, now })
  return {
    periods,
    lots: cycleLots({ id: 's', endedAt: facts.endedAt }, periods, upgrades, now).filter(({ due }) => due),
    look: nextLook(facts, periods, now),
  }
}

test('a lot is due once, from its cycle’s start, and none of a cycle that begins after the end', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { lots } = seenAt(life, life.now)
      expect(new Set(lots.map(({ key }) => key)).size).toBe(lots.length)
      for (const { cycle } of lots) {
        expect(cycle.start <= life.now && cycle.start < cycle.end).toBe(true)
        expect(life.facts.endedAt === null || cycle.start < life.facts.endedAt).toBe(true)
      }
    }),
  )
})

test('a period that was not paid brings nothing once its grace is over, and the first one never', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { periods, lots } = seenAt(life, life.now)
      for (const [i, { start, end, payment, standing, terms }] of periods.entries()) {
        const over = i === 0 || life.now.getTime() >= start.getTime() + terms.graceDays * dayMs
        if (payment?.state === 'paid' || !over) continue
        expect(standing).toBe('unpaid')
        const own = lots.filter(({ key, cycle }) => key.startsWith('cycle:') && cycle.start >= start && cycle.start < end)
        expect(own).toEqual([])
      }
    }),
  )
})

test('a paid period that is over has brought each of its months, whatever happened to the others', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { periods, lots } = seenAt(life, life.now)
      const over = periods.filter(
        ({ payment, end }) => payment?.state === 'paid' && end <= life.now && life.facts.endedAt === null,
      )
      for (const { start, end, terms } of over) {
        const own = lots.filter(({ key, cycle }) => key.startsWith('cycle:') && cycle.start >= start && cycle.start < end)
        expect(own).toHaveLength(terms.interval === 'year' ? 12 : 1)
        expect(own.at(-1)?.cycle.end).toEqual(end)
      }
    }),
  )
})

test('what an upgrade brings goes on by the larger plan’s terms, from the end of each of its cycles', () => {
  fc.assert(
    fc.property(lives, (life) => {
      for (const { key, cycle, rollover } of seenAt(life, life.now).lots) {
        const until = monthsAfter(cycle.end, 2).getTime()
        expect(rollover).toEqual(key.startsWith('upgrade:') ? { max: 50, until } : null)
      }
    }),
  )
})

test('nothing changes by time alone before the next look', () => {
  fc.assert(
    fc.property(lives, fc.double({ min: 0, max: 1, noNaN: true }), (life, share) => {
      const { lots, periods, look } = seenAt(life, life.now)
      const far = look ?? new Date(life.now.getTime() + 3000 * dayMs)
      const between = new Date(life.now.getTime() + Math.floor((far.getTime() - life.now.getTime() - 1) * share))
      const later = seenAt(life, between)
      expect(later.lots).toEqual(lots)
      expect(later.periods.map(({ standing }) => standing)).toEqual(periods.map(({ standing }) => standing))
    }),
  )
})

test('an upgrade costs no more than the whole difference, less the later it is made, and nothing where it is none', () => {
  const price = fc.nat(100_000)
  const cycles = Array.from({ length: 12 }, (_, i) => {
    return { start: monthsAfter(new Date('2027-01-31T00:00:00Z'), i), end: monthsAfter(new Date('2027-01-31T00:00:00Z'), i + 1) }
  })
  const periodEnd = cycles.at(-1)?.end ?? new Date(0)
  const days = fc.integer({ min: 0, max: 364 })
  fc.assert(
    fc.property(price, price, days, days, (a, b, day, other) => {
      const plan = (amount: number, credits: number): Plan => ({
        ...termsOf('year', 7),
        credits,
        price: { amount, currency: 'EUR' },
      })
      const at = (when: number) => {
        const now = new Date(Date.parse('2027-01-31T00:00:00Z') + when * dayMs)
        return changeOf(plan(a, 30), plan(b, 120), { cycles, now, periodEnd })
      }
      const [early, late] = [at(Math.min(day, other)), at(Math.max(day, other))]
      expect(early.charge.amount).toBeLessThanOrEqual(Math.max(0, b - a))
      expect(late.charge.amount).toBeLessThanOrEqual(early.charge.amount)
      expect(early.credits).toBe(early.charge.amount > 0 ? 90 : 0)
      expect(at(0).charge.amount).toBe(Math.max(0, b - a))
    }),
  )
})
