import { describe, expect, test } from 'vitest'
import { cycleAt, cycleOf, cyclesOf } from './cycles.ts'

const day = (text: string) => new Date(`${text}T10:30:00.000Z`)
const shown = ({ start, end }: { start: Date; end: Date }) =>
  `${start.toISOString().slice(0, 10)} ${end.toISOString().slice(0, 10)}`

describe('a month counted from an anchor', () => {
  test.each([
    ['2026-01-31', '2026-02-27', '2026-01-31 2026-02-28'],
    ['2026-01-31', '2026-02-28', '2026-02-28 2026-03-31'],
    ['2026-01-31', '2026-03-31', '2026-03-31 2026-04-30'],
    ['2026-01-30', '2026-03-01', '2026-02-28 2026-03-30'],
    ['2028-01-29', '2028-02-29', '2028-02-29 2028-03-29'],
    ['2027-01-29', '2027-02-28', '2027-02-28 2027-03-29'],
    ['2024-02-29', '2025-02-28', '2025-02-28 2025-03-29'],
    ['2026-12-31', '2027-02-10', '2027-01-31 2027-02-28'],
    ['2026-05-15', '2026-05-01', '2026-04-15 2026-05-15'],
  ])('anchored on %s, on %s is %s', (anchor, now, cycle) => {
    expect(shown(cycleOf(day(anchor), day(now)))).toBe(cycle)
  })
})

describe('the cycles of a period', () => {
  test('of a month are that month, whatever the anchor', () => {
    const period = { start: day('2026-03-31'), end: day('2026-04-30') }
    expect(cyclesOf(period, 'month', day('2020-01-01'))).toEqual([period])
  })

  test('has one that runs: before the first that one, after the last the last', () => {
    const cycles = cyclesOf({ start: day('2026-01-31'), end: day('2027-01-31') }, 'year', day('2026-01-31'))
    const at = (now: string) => cycles.indexOf(cycleAt(cycles, day(now)) ?? { start: day(now), end: day(now) })
    expect(['2025-12-01', '2026-01-31', '2026-02-27', '2026-02-28', '2027-01-30', '2027-05-01'].map(at)).toEqual([
      0, 0, 0, 1, 11, 11,
    ])
  })

  test('of a year bought on 29 February are twelve, and in a leap year the day is the 29th again', () => {
    const anchor = day('2028-02-29')
    const years = [
      ['2028-02-29', '2029-02-28'],
      ['2029-02-28', '2030-02-28'],
      ['2031-02-28', '2032-02-29'],
      ['2032-02-29', '2033-02-28'],
    ].map(([start = '', end = '']) => cyclesOf({ start: day(start), end: day(end) }, 'year', anchor).map(shown))
    expect(years.map((cycles) => cycles.length)).toEqual([12, 12, 12, 12])
    expect(years.map((cycles) => [cycles[0], cycles[1], cycles[11]])).toEqual([
      ['2028-02-29 2028-03-29', '2028-03-29 2028-04-29', '2029-01-29 2029-02-28'],
      ['2029-02-28 2029-03-29', '2029-03-29 2029-04-29', '2030-01-29 2030-02-28'],
      ['2031-02-28 2031-03-29', '2031-03-29 2031-04-29', '2032-01-29 2032-02-29'],
      ['2032-02-29 2032-03-29', '2032-03-29 2032-04-29', '2033-01-29 2033-02-28'],
    ])
  })
})
