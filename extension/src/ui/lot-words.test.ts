import type { PayingLot } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { endsSoon, expiry, lotEnd, lotName, lotShares, payingLots } from './lot-words'

const now = new Date(2026, 10, 22, 14, 0)
const inDays = (days: number, hour = 14) => new Date(2026, 10, 22 + days, hour, 0).toISOString()
const lot = (kind: PayingLot['kind'], credits: number, days: number, label: string | null = null): PayingLot => ({
  kind,
  label,
  credits,
  expiresAt: inDays(days),
})

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('an end within a week is told in days, a later one by its date, with the year only when it is another', () => {
  expect([0, 1, 3, 7].map((days) => expiry(inDays(days), now))).toEqual([
    'expires today',
    'expires tomorrow',
    'expires in 3 days',
    'expires in 7 days',
  ])
  expect(expiry(inDays(8), now)).toBe('expires Nov 30')
  expect(expiry(inDays(365), now)).toBe('expires Nov 22, 2027')
})

test('days are calendar days: one minute after midnight is tomorrow', () => {
  expect(expiry(new Date(2026, 10, 23, 0, 1).toISOString(), now)).toBe('expires tomorrow')
  expect(endsSoon(inDays(7), now)).toBe(true)
  expect(endsSoon(inDays(8), now)).toBe(false)
})

test('lots are called by their kind, packs by their size', () => {
  expect(lotName({ kind: 'trial', label: null })).toBe('Trial')
  expect(lotName({ kind: 'pack', label: '100' })).toBe('Pack 100')
  expect(lotName({ kind: 'plan', label: '120' })).toBe('Plan 120')
  expect(lotName({ kind: 'plan', label: null })).toBe('Plan')
})

test("a plan's credits reset; what was carried over of them, or came back late, expires", () => {
  const plan = { kind: 'plan', source: 'grant' } as const
  expect(lotEnd({ ...plan, expiresAt: inDays(16) }, now)).toBe('resets Dec 8')
  expect(lotEnd({ ...plan, expiresAt: inDays(1) }, now)).toBe('resets tomorrow')
  expect(lotEnd({ ...plan, source: 'rollover', expiresAt: inDays(16) }, now)).toBe('expires Dec 8')
  expect(lotEnd({ ...plan, source: 'grace', expiresAt: inDays(7) }, now)).toBe('expires in 7 days')
})

test('one paying lot is named with its end, several with their shares', () => {
  expect(payingLots([lot('trial', 4, 3)], now)).toBe('from Trial, expires in 3 days')
  expect(payingLots([lot('trial', 6, 3), lot('promo', 2, 20)], now)).toBe('6 from Trial, 2 from Promo')
  expect(payingLots([], now)).toBeNull()
  expect(lotShares([lot('pack', 4, 300, '100')])).toBe('from Pack 100')
})

test('the sentence is whole in every language', () => {
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  expect(payingLots([lot('trial', 4, 3)], now)).toBe('do lote Teste, que expira em 3 dias')
})
