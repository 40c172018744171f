import type { Alert, AlertDetails } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance, sampleLot } from '../../testing/wallet'
import { noticesOf } from './notices'

const now = new Date(2026, 10, 22, 14, 0)
const inDays = (days: number) => new Date(2026, 10, 22 + days, 12, 0).toISOString()
const alert = (details: AlertDetails, change: Partial<Alert> = {}): Alert => ({
  id: 'alert-0001',
  details,
  projectName: null,
  raisedAt: inDays(-1),
  resolvedAt: null,
  acknowledgedAt: null,
  ...change,
})
const expiring = (expiresAt: string) =>
  alert({ kind: 'expiring', lotId: 'lot-0001', lotKind: 'pack', label: '100', credits: 50, expiresAt, days: 7 })
const metered: AlertDetails = { kind: 'metered', percent: 80, used: 40, cap: 50, until: inDays(8) }
const budget = (used: number): AlertDetails => ({ kind: 'budget', percent: 80, projectId: 'project-1', used, limit: 40 })

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('credits that end are told with what is left of them now, and not once nothing is left', () => {
  const told = (days: number, available = 42) => {
    const lot = sampleLot({ available, expiresAt: inDays(days) })
    return noticesOf([expiring(inDays(days))], [lot], sampleBalance(), now).map(({ title }) => title)
  }
  expect(told(7)).toEqual(['42 credits from Pack 100 expire on November 29.'])
  expect(told(1)).toEqual(['42 credits from Pack 100 expire tomorrow.'])
  expect(told(7, 0)).toEqual([])
})

test('a sentence ends with one dot, whatever its date ends with', () => {
  vi.stubGlobal('chrome', fakeChrome({}, 'pt_BR'))
  const lots = [sampleLot({ expiresAt: inDays(20) })]
  const [notice] = noticesOf([expiring(inDays(20))], lots, sampleBalance(), now)
  expect(notice?.title).toBe('42 créditos do lote Pacote 100 expiram em 12 de dezembro.')
})

test('only of the lot that pays next it is said that it does', () => {
  const lots = [sampleLot({ expiresAt: inDays(7) }), sampleLot({ id: 'lot-0002', expiresAt: inDays(3) })]
  const texts = (all: typeof lots) => noticesOf([expiring(inDays(7))], all, sampleBalance(), now).map(({ text }) => text)
  expect(texts(lots)).toEqual(['They are used first.'])
  expect(texts(lots.toReversed())).toEqual([''])
})

test('a cap and a budget are told in figures', () => {
  const running = sampleBalance({ metered: { used: 44, cap: 50, until: inDays(8) } })
  const named = (used: number) => alert(budget(used), { projectName: 'Resort 27' })
  const titles = noticesOf([alert(metered), named(36), named(40)], [], running, now).map(({ title }) => title)
  expect(titles).toEqual([
    '44 of 50 pay-as-you-go credits used.',
    'Resort 27: 36 of 40 credits used, 4 left.',
    'Resort 27: the budget is used up.',
  ])
})

test("a plan's next payment is told with its day and amount", () => {
  const price = { amount: 960, currency: 'EUR' }
  const told = (interval: 'month' | 'year') => {
    const renewal = alert({ kind: 'renewal', planId: 'month-120', credits: 120, price, interval, at: inDays(16) })
    return noticesOf([renewal], [], sampleBalance(), now)[0]?.title
  }
  expect(told('month')).toBe('Your monthly plan renews on December 8 for €9.60.')
  expect(told('year')).toBe('Your yearly plan renews on December 8 for €9.60.')
})

test('what was seen, is over, or has a note of its own is not told', () => {
  const low: AlertDetails = { kind: 'low', of: 'credits', credits: 4, threshold: 5, reserve: 0 }
  const alerts = [alert(low), alert(metered, { acknowledgedAt: inDays(0) }), alert(metered, { resolvedAt: inDays(0) })]
  expect(noticesOf(alerts, [], sampleBalance(), now)).toEqual([])
})
