import { expect, test } from 'vitest'
import { capture, day, grant, hold, setCap, walletAfter } from '../../../../test/support/wallet-steps.ts'
import { addDays } from '../../platform/days.ts'
import type { GrantCommand } from '../commands.ts'
import type { LotState, WalletState } from '../state.ts'
import { burnDown, forecastOf } from './forecast.ts'

/** The day on which wallets of the tests are opened. */
const opened = '1970-01-01'
/** Twenty days later, so that the window is all of the wallet's life. */
const now = 20 * day
const today = addDays(opened, 20)

/** Credits used on the last days, today last. */
const used = (...credits: number[]) =>
  credits.map((of, i) => ({ day: addDays(today, i + 1 - credits.length), used: of, refunded: 0, returned: 0 }))

const walletOf = (...lots: GrantCommand[]): WalletState => walletAfter(...lots).state
const forecast = (wallet: Partial<WalletState>, use = used(), creditsEach = 1) =>
  forecastOf({ now, wallet: { ...walletOf(grant('pack', 42)), ...wallet } }, use, { creditsEach })

test('images left are whole ones, of what the reserve leaves', () => {
  expect(forecast({})).toMatchObject({ credits: 42, reserve: 0, images: 42 })
  expect(forecast({ reserve: 10 })).toMatchObject({ credits: 32, reserve: 10, images: 32 })
  expect(forecast({ reserve: 10 }, used(), 4)).toMatchObject({ creditsEach: 4, credits: 32, images: 8 })
  expect(forecast({ reserve: 10 }, used(), 3)).toMatchObject({ images: 10 })
  expect(forecast({ reserve: 50 })).toMatchObject({ credits: 0, images: 0 })
})

test('while something is owed no image can be made', () => {
  expect(forecast({ debt: 3 })).toMatchObject({ credits: 42, images: 0 })
})

test('lots that ended or have yet to begin make no image now', () => {
  const lots = [grant('ended', 5, { expiresAt: now }), grant('later', 7, { effectiveAt: now + 1 }), grant('now', 9)]
  expect(forecast({ lots: walletOf(...lots).lots })).toMatchObject({ credits: 9, images: 9 })
})

test('pay-as-you-go is told apart, with the credits that one image shares between both', () => {
  const { state } = walletAfter(grant('pack', 5), setCap(11))
  expect(forecast({ lots: state.lots }, used(), 2)).toMatchObject({ credits: 5, images: 2, metered: { credits: 11, images: 6 } })
  const usedUp = walletAfter(setCap(1), hold('h', 1), capture('h', 1)).state
  expect(forecast({ lots: usedUp.lots })).toMatchObject({ metered: { credits: 0, images: 0 } })
  expect(forecast({})).toMatchObject({ metered: null })
})

test('the pace is over all fourteen days, those without use too', () => {
  const use = used(2, 0, 4, 3, 0, 0, 6, 4, 3, 4, 3, 0, 2, 7)
  expect(forecast({}, use)).toMatchObject({ daysOfUse: 10, perDay: 2.7, runsOutOn: addDays(today, 15) })
})

test('what was refunded makes no pace', () => {
  const use = used(2, 2, 2, 2, 20).map((on, i) => ({ ...on, refunded: i === 4 ? 14 : 0 }))
  expect(forecast({}, use)).toMatchObject({ perDay: 1 })
  const allBack = use.map((on) => ({ ...on, refunded: on.used }))
  expect(forecast({}, allBack)).toMatchObject({ daysOfUse: 5, perDay: null, runsOutOn: null })
})

test('four days of use make no date, and the fifth does', () => {
  expect(forecast({}, used(9, 9, 9, 9))).toMatchObject({ daysOfUse: 4, perDay: null, runsOutOn: null, lapsing: null, images: 42 })
  expect(forecast({}, used(9, 9, 0, 9, 9, 9)).runsOutOn).not.toBeNull()
})

test('use by several projects on one day is one day of use', () => {
  expect(forecast({}, [...used(1, 1, 1, 1), ...used(1, 1, 1, 1)])).toMatchObject({ daysOfUse: 4, runsOutOn: null })
})

test('a wallet younger than the window has the pace of its own days', () => {
  const createdAt = now - 5 * day
  expect(forecast({ createdAt }, used(2, 2, 2, 2, 4))).toMatchObject({ perDay: 2, runsOutOn: addDays(today, 21) })
})

test('with nothing left there is no date', () => {
  expect(forecast({ reserve: 42 }, used(1, 1, 1, 1, 1))).toMatchObject({ credits: 0, perDay: 0.4, runsOutOn: null })
})

test("the date is of the account's own time zone", () => {
  const use = used(...Array(14).fill(1))
  const late = { now: now + 20 * 3_600_000, use }
  const at = (timeZone: string) =>
    forecastOf({ now: late.now, wallet: { ...walletOf(grant('pack', 2)), timeZone } }, use, { creditsEach: 1 }).runsOutOn
  expect([at('UTC'), at('Pacific/Auckland')]).toEqual([addDays(today, 2), addDays(today, 3)])
})

/** Lots by what they have, when they begin and when they end, in days from now. */
const lot = (id: string, available: number, ends: number, begins = -1): LotState => ({
  ...(walletOf(grant(id, available)).lots[0] as LotState),
  effectiveAt: now + begins * day,
  expiresAt: now + ends * day,
})

test.each([
  { of: 'one lot', lots: [lot('a', 10, 100)], reserve: 0, days: 5, lapsing: 0 },
  { of: 'one lot and a reserve', lots: [lot('a', 10, 100)], reserve: 4, days: 3, lapsing: 0 },
  { of: 'two lots', lots: [lot('a', 10, 100), lot('b', 6, 50)], reserve: 0, days: 8, lapsing: 0 },
  { of: 'a lot that ends on the way', lots: [lot('a', 10, 2), lot('b', 6, 50)], reserve: 0, days: 5, lapsing: 6 },
  { of: 'only a lot that ends on the way', lots: [lot('a', 10, 2)], reserve: 0, days: 2, lapsing: 6 },
  {
    of: 'a lot that ends while an earlier one is spent',
    lots: [lot('a', 10, 3), lot('b', 6, 4)],
    reserve: 0,
    days: 4,
    lapsing: 8,
  },
  { of: 'a reserve that the end of a lot eats into', lots: [lot('a', 10, 2), lot('b', 6, 50)], reserve: 6, days: 2, lapsing: 6 },
  { of: 'a lot that begins in time', lots: [lot('a', 10, 50), lot('b', 6, 90, 4)], reserve: 0, days: 8, lapsing: 0 },
  { of: 'a lot that begins too late', lots: [lot('a', 10, 50), lot('b', 6, 90, 6)], reserve: 0, days: 5, lapsing: 0 },
  {
    of: 'a lot that begins the moment the last one ends',
    lots: [lot('a', 10, 3), lot('b', 6, 90, 3)],
    reserve: 0,
    days: 6,
    lapsing: 4,
  },
  { of: 'no lot', lots: [], reserve: 0, days: 0, lapsing: 0 },
])('$of at two credits a day: $days days, $lapsing lapse', ({ lots, reserve, days, lapsing }) => {
  const course = burnDown(lots, { perDay: 2, reserve, now })
  expect(Math.abs(course.endsAt - now - days * day)).toBeLessThan(10)
  expect(course.lapsing).toBe(lapsing)
})

test('pay-as-you-go does not put the date off', () => {
  const { state } = walletAfter(grant('pack', 10), setCap(1000))
  expect(burnDown(state.lots, { perDay: 2, reserve: 0, now: 0 })).toMatchObject({ endsAt: 5 * day })
})

test('any pace over any lots comes to an end', () => {
  for (const perDay of [1 / 14, 0.1, 1 / 3, 2.7, 1e-9, 1e9]) {
    const lots = Array.from({ length: 30 }, (_, i) => lot(`lot-${i}`, 1 + ((i * 7) % 5), 1 + ((i * 13) % 17), ((i * 11) % 9) - 4))
    const { endsAt } = burnDown(lots, { perDay, reserve: 1, now })
    expect(endsAt).toBeLessThanOrEqual(now + 17 * day)
  }
})
