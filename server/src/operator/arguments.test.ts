import { expect, test } from 'vitest'
import { readCredits, readDay, readDays, readKey, readText } from './arguments.ts'

test.each([
  ['12', 12],
  ['-5', -5],
  ['1000000', 1_000_000],
])('%s is a number of credits', (text, credits) => {
  expect(readCredits(text)).toBe(credits)
})
test.each(['0', '1.5', 'ten', '', '1000001', '-1000001', 'Infinity', '0x10', '1e3', ' 5', '+5'])(
  '“%s” is no number of credits',
  (text) => {
    expect(() => readCredits(text)).toThrow(/whole number of credits/)
  },
)

test.each(['0', '-1', '3651', '1.5', 'x', '', '0x10', '1e3', ' 5'])('“%s” is no number of days', (text) => {
  expect(() => readDays(text)).toThrow(/from 1 to 3650/)
})

test.each(['2027-02-30', '31.12.2027', '2027-1-1', 'tomorrow', ''])('“%s” is no day', (text) => {
  expect(() => readDay(text)).toThrow(/a day like/)
})
test('a day is a day of the calendar', () => {
  expect(readDay('2028-02-29')).toBe('2028-02-29')
})

test.each(['', 'a b', 'ä', 'x'.repeat(81)])('“%s” is no key', (text) => {
  expect(() => readKey(text)).toThrow(/letters, digits/)
})

test('a text is trimmed, and needs words', () => {
  expect(readText('  Sorry ')).toBe('Sorry')
  expect(() => readText('   ')).toThrow(/some words/)
})
