import { expect, test } from 'vitest'
import { fieldAmount, price, readerOf } from './reader.ts'

const reader = readerOf('en', 'UTC', new Date('2026-11-22T09:00:00.000Z'))

test.each([
  ['EUR', 900, '€9.00', '9.00'],
  ['JPY', 1400, '¥1,400', '1400'],
  ['HUF', 349_000, 'HUF 3,490.00', '3490.00'],
  ['COP', 3_900_000, 'COP 39,000.00', '39000.00'],
  ['KWD', 2750, 'KWD 2.750', '2.750'],
])('%s is shown as it is charged', (currency, amount, shown, field) => {
  expect(price(reader, { amount, currency }).replace(/\s/, ' ')).toBe(shown)
  expect(fieldAmount({ amount, currency }).value).toBe(field)
})
