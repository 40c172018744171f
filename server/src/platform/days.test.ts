import { expect, test } from 'vitest'
import { addDays, dayOf, daysFrom, startOfDay } from './days.ts'

const hour = 3_600_000

test('one moment is on different days in different time zones', () => {
  const moment = Date.parse('2026-11-22T23:30:00Z')
  expect(dayOf(moment, 'UTC')).toBe('2026-11-22')
  expect(dayOf(moment, 'Europe/Lisbon')).toBe('2026-11-22')
  expect(dayOf(moment, 'Europe/Berlin')).toBe('2026-11-23')
  expect(dayOf(moment, 'America/Sao_Paulo')).toBe('2026-11-22')
  expect(dayOf(moment, 'Pacific/Kiritimati')).toBe('2026-11-23')
})

test.each([
  ['clocks go forward', '2026-03-29', 23],
  ['clocks go back', '2026-10-25', 25],
  ['clocks stay', '2026-11-22', 24],
])('a day on which %s is as long as it is', (_, day, hours) => {
  const [start, end] = [startOfDay(day, 'Europe/Berlin'), startOfDay(addDays(day, 1), 'Europe/Berlin')]
  expect((end - start) / hour).toBe(hours)
  expect([dayOf(start - 1, 'Europe/Berlin'), dayOf(start, 'Europe/Berlin'), dayOf(end - 1, 'Europe/Berlin')]).toEqual([
    addDays(day, -1),
    day,
    day,
  ])
})

test('a day without a midnight begins when the clocks have gone forward', () => {
  const start = startOfDay('2018-11-04', 'America/Sao_Paulo')
  expect(new Date(start).toISOString()).toBe('2018-11-04T03:00:00.000Z')
  expect(dayOf(start - 1, 'America/Sao_Paulo')).toBe('2018-11-03')
})

test('days are counted over months, leap days and years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
  expect(daysFrom('2026-11-22', '2027-11-22')).toBe(365)
  expect(daysFrom('2026-11-22', '2026-11-20')).toBe(-2)
})
