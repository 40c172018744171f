import fc from 'fast-check'
import { rollingOver } from 'server/wallet/rules/roll-over'
import type { LotState } from 'server/wallet/state'
import { expect, test } from 'vitest'
import { grant, walletAfter } from '../support/wallet-steps.ts'

const now = 1000
const base = walletAfter(grant('lot', 1)).state.lots[0] as LotState

/** Lots of one cycle that ended just now, each with terms of its own. */
const ended: fc.Arbitrary<LotState[]> = fc
  .array(
    fc.record({
      available: fc.nat(200),
      rollover: fc.option(fc.record({ max: fc.integer({ min: 1, max: 150 }), until: fc.integer({ min: 900, max: 1100 }) })),
      createdAt: fc.nat(3),
    }),
    { maxLength: 6 },
  )
  .map((lots) => lots.map((lot, i) => ({ ...base, ...lot, id: `lot-${i}`, expiresAt: now })))

const allowed = ({ rollover }: LotState) => (rollover !== null && rollover.until > now ? rollover.max : 0)

test('together as much goes on as the widest terms allow, of each no more than its own do', () => {
  fc.assert(
    fc.property(ended, (lots) => {
      const rolling = rollingOver(lots, now)
      const inAll = rolling.reduce((sum, { credits }) => sum + credits, 0)
      const couldGoOn = lots.reduce((sum, lot) => sum + Math.min(lot.available, allowed(lot)), 0)
      expect(inAll).toBe(Math.min(couldGoOn, Math.max(0, ...lots.map(allowed))))
      for (const { lot, credits, until } of rolling) {
        expect(credits).toBeLessThanOrEqual(Math.min(lot.available, allowed(lot)))
        expect(until).toBe(lot.rollover?.until)
      }
    }),
  )
})

test('it does not depend on the order in which lots are loaded', () => {
  const loaded = ended.chain((lots) => fc.tuple(fc.constant(lots), fc.shuffledSubarray(lots, { minLength: lots.length })))
  fc.assert(
    fc.property(loaded, ([lots, shuffled]) => {
      expect(rollingOver(shuffled, now)).toEqual(rollingOver(lots, now))
    }),
  )
})

test('what goes on for longest goes first', () => {
  const lot = (id: string, until: number): LotState => ({ ...base, id, available: 10, rollover: { max: 10, until } })
  const rolling = rollingOver([lot('sooner', 1001), lot('later', 1002)], now)
  expect(rolling.map(({ lot: { id }, credits }) => [id, credits])).toEqual([
    ['later', 10],
    ['sooner', 0],
  ])
})
