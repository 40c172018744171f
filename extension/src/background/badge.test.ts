import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance } from '../../testing/wallet'
import { badgeOf, shortNumber } from './badge'
import { type PillContext, pillStateOf } from './pill-state'
import { endingOf, lookOf, type Standing } from './standing'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

const standing = (credits: number | null, more: Partial<Standing> = {}): Standing => ({
  balance: credits === null ? null : sampleBalance({ credits, afterLastGrant: 25 }),
  prices: null,
  settings: null,
  running: [],
  ending: null,
  reachable: true,
  ...more,
})
const running = [{ id: 'generation-1', count: 4, delivered: 2 }]

test('a balance takes at most four characters and never promises more than there is', () => {
  const shown = [0, 42, 999, 1_000, 1_299, 9_999, 10_000, 123_456, 5_000_000].map(shortNumber)
  expect(shown).toEqual(['0', '42', '999', '1k', '1.2k', '9.9k', '10k', '123k', '999k'])
})

test('the most pressing state shows: offline, working, zero, low, then the number', () => {
  expect(lookOf(standing(0, { reachable: false, running }))).toBe('offline')
  expect(lookOf(standing(0, { running }))).toBe('working')
  expect(lookOf(standing(0))).toBe('zero')
  expect(lookOf(standing(5))).toBe('low')
  expect(lookOf(standing(6))).toBe('rest')
  expect(lookOf(standing(null))).toBe('unknown')
})

test('low is a fifth of the balance after the last grant, and at least 5', () => {
  const large = standing(61)
  if (large.balance) large.balance.afterLastGrant = 300
  expect(lookOf(large)).toBe('rest')
  if (large.balance) large.balance.credits = 60
  expect(lookOf(large)).toBe('low')
})

test('low is where the designer set it, and where the reserve begins', () => {
  const at = (credits: number, lowCredits: number, lowPercent: number, reserve = 0) =>
    lookOf({
      ...standing(null),
      balance: sampleBalance({ credits, afterLastGrant: 100, reserve }),
      settings: { reserve, lowCredits, lowPercent, timeZone: 'UTC' },
    })
  expect(at(15, 15, 0)).toBe('low')
  expect(at(16, 15, 0)).toBe('rest')
  expect(at(30, 0, 30)).toBe('low')
  expect(at(1, 0, 0)).toBe('rest')
  expect(at(10, 0, 0, 10)).toBe('low')
})

test('no credits of one’s own is not zero while pay-as-you-go has some left', () => {
  const metered = (used: number) =>
    standing(0, { balance: sampleBalance({ credits: 0, metered: { used, cap: 50, until: '2026-12-08T00:00:00.000Z' } }) })
  expect(lookOf(metered(12))).toBe('rest')
  expect(lookOf(metered(50))).toBe('zero')
})

test('no credits of one’s own, and what pay-as-you-go has used, are told in words', () => {
  const metered = { used: 12, cap: 50, until: '2026-12-08T00:00:00.000Z' }
  const balance = sampleBalance({ credits: 0, metered })
  expect(badgeOf(standing(0, { balance }))).toMatchObject({ text: '0', title: 'Toile: 0 credits, pay-as-you-go 12 of 50' })
  const some = badgeOf(standing(0, { balance: { ...balance, credits: 30 } }))
  expect(some).toMatchObject({ text: '30', title: 'Toile: 30 credits left' })
})

test('each state has its text, and its words in the tooltip', () => {
  const told = (s: Standing) => [badgeOf(s).text, badgeOf(s).title]
  expect(told(standing(null))).toEqual(['', 'Toile'])
  expect(told(standing(21))).toEqual(['21', 'Toile: 21 credits left'])
  expect(told(standing(1))).toEqual(['1', 'Toile: 1 credit left, low'])
  expect(told(standing(0))).toEqual(['0', 'Toile: no credits left. Your images stay open.'])
  expect(told(standing(21, { running }))).toEqual(['2/4', 'Toile: 2 of 4 images delivered'])
  expect(told(standing(21, { reachable: false }))).toEqual([
    'off',
    'Toile: the server cannot be reached. Last balance: 21 credits.',
  ])
})

test('progress of many images is a share, so that it fits', () => {
  const many = [
    { id: 'generation-1', count: 8, delivered: 8 },
    { id: 'generation-2', count: 8, delivered: 4 },
  ]
  expect(badgeOf(standing(9, { running: many })).text).toBe('75%')
})

const context: PillContext = { again: false, draft: false, keys: { pick: null, region: null, gallery: null } }

test('the pill says low and offline in words, not by colour alone', () => {
  const said = (where: Standing, change: Partial<PillContext> = {}) => {
    const { text, note } = pillStateOf(where, null, { ...context, ...change })
    return [text, note]
  }
  expect(said(standing(3))).toEqual(['3', 'low'])
  expect(said(standing(42, { reachable: false }))).toEqual(['offline, 42', ''])
  expect(said(standing(21, { running }))).toEqual(['2 of 4', ''])
  expect(said(standing(0))).toEqual(['0', 'no credits'])
  expect(said(standing(0), { draft: true })).toEqual(['0', 'draft saved'])
})

const now = new Date(2026, 10, 22, 12)
const inDays = (days: number) => new Date(2026, 10, 22 + days, 18).toISOString()
const lot = (days: number) => ({ kind: 'trial' as const, label: null, credits: 3, expiresAt: inDays(days) })
const withLot = (days: number) => sampleBalance({ credits: 42, next: lot(days) })
const ending = (days: number) => ({ lot: lot(days), days })

test('credits that end within three days are said once a day, until the designer looks', () => {
  expect(endingOf(withLot(3), '', now)).toEqual(ending(3))
  expect(endingOf(withLot(3), '2026-11-21', now)).toEqual(ending(3))
  expect(endingOf(withLot(3), '2026-11-22', now)).toBeNull()
  expect(endingOf(withLot(4), '', now)).toBeNull()
  expect(endingOf(sampleBalance(), '', now)).toBeNull()
  expect(endingOf(null, '', now)).toBeNull()
  const metered = sampleBalance({ next: { ...lot(1), kind: 'metered' } })
  expect(endingOf(metered, '', now)).toBeNull()
})

test('ending credits come before a low number, and after all that is more pressing', () => {
  expect(lookOf(standing(42, { ending: ending(3) }))).toBe('expiring')
  expect(lookOf(standing(3, { ending: ending(3) }))).toBe('expiring')
  expect(lookOf(standing(0, { ending: ending(3) }))).toBe('zero')
  expect(lookOf(standing(42, { ending: ending(3), running }))).toBe('working')
  expect(lookOf(standing(42, { ending: ending(3), reachable: false }))).toBe('offline')
  const text = (days: number) => badgeOf(standing(42, { ending: ending(days) }), now).text
  expect([3, 2, 1, 0].map(text)).toEqual(['3d', '2d', '1d', '1d'])
  expect(badgeOf(standing(42, { ending: ending(1) }), now).title).toBe(
    'Toile: 42 credits left · 3 credits from Trial expire tomorrow.',
  )
})

test('the pill goes on showing the number', () => {
  expect(pillStateOf(standing(42, { ending: ending(3) }), null, context)).toMatchObject({ look: 'rest', text: '42' })
})

test('the icon is grey while the server is away, and only then', () => {
  expect(badgeOf(standing(42, { reachable: false })).grey).toBe(true)
  expect(badgeOf(standing(0)).grey).toBe(false)
})
