import type { Pack } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { exactPrice, price, priceEach } from './money'

const pack = (amount: number, currency: string, credits = 100): Pack => ({
  id: 'pack',
  credits,
  price: { amount, currency },
  validMonths: 12,
})

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('an amount has the decimals that its currency has, and none where it is whole', () => {
  expect(price({ amount: 900, currency: 'EUR' })).toBe('€9')
  expect(price({ amount: 950, currency: 'EUR' })).toBe('€9.50')
  expect(price({ amount: 1400, currency: 'JPY' })).toBe('¥1,400')
  expect(price({ amount: 2750, currency: 'KWD' }).replace(/\s/, ' ')).toBe('KWD 2.750')
})

test('what is charged with decimals is shown so, also where it is mostly written without', () => {
  expect(price({ amount: 349_000, currency: 'HUF' }).replace(/\s/, ' ')).toBe('HUF 3,490')
  expect(price({ amount: 349_050, currency: 'HUF' }).replace(/\s/, ' ')).toBe('HUF 3,490.50')
  expect(exactPrice({ amount: 1_500_000, currency: 'IDR' }).replace(/\s/, ' ')).toBe('IDR 15,000.00')
})

test('the price of one credit shows fractions of the smallest coin', () => {
  expect(priceEach(pack(900, 'EUR'))).toBe('€0.09 each')
  expect(priceEach(pack(2250, 'EUR', 300))).toBe('€0.075 each')
  expect(priceEach(pack(1450, 'JPY'))).toBe('¥14.5 each')
})
