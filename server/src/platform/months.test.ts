import { expect, test } from 'vitest'
import { monthsAfter } from './months.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-11-22', 12, '2027-11-22'],
])('%s and %i months is %s', (start, months, end) => {
  expect(monthsAfter(new Date(start), months).toISOString().slice(0, 10)).toBe(end)
})
