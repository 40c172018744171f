import fc from 'fast-check'
import { cycleOf, cyclesOf } from 'server/plans/cycles/cycles'
import { monthsAfter } from 'server/platform/months'
import { describe, expect, test } from 'vitest'

const anyMoment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
/** At the ends of months, where their lengths matter: days from the 27th to the 2nd, and each 29 February. */
const atMonthsEnd = fc
  .record({
    year: fc.integer({ min: 2020, max: 2059 }),
    month: fc.nat(11),
    day: fc.integer({ min: -2, max: 2 }),
    ms: fc.nat(86_399_999),
  })
  .map(({ year, month, day, ms }) => new Date(Date.UTC(year, month, day) + ms))
const leapDay = fc
  .record({ leap: fc.nat(9), ms: fc.nat(86_399_999) })
  .map(({ leap, ms }) => new Date(Date.UTC(2020 + 4 * leap, 1, 29) + ms))
const moments = fc.oneof(anyMoment, atMonthsEnd, leapDay)

describe('a month counted from any anchor', () => {
  test('holds any moment, and where it ends the next begins', () => {
    fc.assert(
      fc.property(moments, moments, (anchor, now) => {
        const { start, end } = cycleOf(anchor, now)
        expect(start <= now && now < end).toBe(true)
        expect(cycleOf(anchor, end).start).toEqual(end)
        expect(cycleOf(anchor, new Date(end.getTime() - 1)).start).toEqual(start)
      }),
    )
  })

  test('begins at the anchor’s time of day, on its day or on the last of a shorter month', () => {
    fc.assert(
      fc.property(moments, moments, (anchor, now) => {
        const { start } = cycleOf(anchor, now)
        expect(start.toISOString().slice(10)).toBe(anchor.toISOString().slice(10))
        const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate()
        expect(start.getUTCDate()).toBe(Math.min(anchor.getUTCDate(), lastOfMonth))
      }),
    )
  })
})

describe('the cycles of a year', () => {
  test('of any year of any anchor are twelve, without a gap, and end where it does', () => {
    fc.assert(
      fc.property(moments, fc.nat(20), (anchor, years) => {
        const period = { start: monthsAfter(anchor, 12 * years), end: monthsAfter(anchor, 12 * years + 12) }
        const cycles = cyclesOf(period, 'year', anchor)
        expect(cycles).toHaveLength(12)
        expect(cycles.map(({ start }) => start)).toEqual(cycles.map((_, i) => monthsAfter(anchor, 12 * years + i)))
        expect(cycles.map(({ end }) => end)).toEqual([...cycles.slice(1).map(({ start }) => start), period.end])
      }),
    )
  })

  test('of a year that a provider cuts hours beside the anchor are twelve all the same', () => {
    const hours = fc.integer({ min: -23, max: 23 })
    fc.assert(
      fc.property(moments, hours, hours, (anchor, before, after) => {
        const shifted = (months: number, by: number) => new Date(monthsAfter(anchor, months).getTime() + by * 3_600_000)
        const period = { start: shifted(12, before), end: shifted(24, after) }
        const cycles = cyclesOf(period, 'year', anchor)
        expect(cycles).toHaveLength(12)
        expect([cycles[0]?.start, cycles.at(-1)?.end]).toEqual([period.start, period.end])
      }),
    )
  })
})
