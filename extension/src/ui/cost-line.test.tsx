import { renderToStaticMarkup } from 'react-dom/server'
import type { Quote } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleQuote } from '../../testing/orders'
import { sampleBalance } from '../../testing/wallet'
import { CostLine, costWords } from './cost-line'

const now = new Date(2026, 10, 22, 14, 0)
const trial = { kind: 'trial', label: null, credits: 4, expiresAt: new Date(2026, 10, 25, 14, 0).toISOString() } as const
const quote = (change: Partial<Quote>): Quote =>
  sampleQuote({ balance: sampleBalance({ next: trial }), balanceAfter: 38, from: [trial], ...change })
const words = (shown: Quote) => renderToStaticMarkup(<CostLine quote={shown} now={now} />).replace(/<[^>]+>/g, '')

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('the price, what is left after, and the lot that pays', () => {
  expect(words(quote({}))).toBe('4 credits · 38 left after · from Trial, expires in 3 days')
})

test('what is free says so', () => {
  expect(words(quote({ credits: 0, creditsEach: 0, from: [], balanceAfter: 42 }))).toBe('Free · no credits used')
})

test('what cannot be paid names the gap, and no balance after', () => {
  expect(words(quote({ shortfall: 3, balanceAfter: -3 }))).toBe('4 credits · 3 more needed')
})

test('each paying lot shows its weave once', () => {
  const promo = { ...trial, kind: 'promo', credits: 2 } as const
  const html = renderToStaticMarkup(<CostLine quote={quote({ from: [trial, { ...trial }, promo] })} now={now} />)
  expect(html.match(/weave-trial/g)).toHaveLength(1)
  expect(html.match(/weave-promo/g)).toHaveLength(1)
})

test('what pay-as-you-go pays is told against its cap', () => {
  const metered = { used: 12, cap: 50, until: now.toISOString() }
  const all = { kind: 'metered', label: null, credits: 4, expiresAt: now.toISOString() } as const
  const zero = sampleBalance({ credits: 0, metered })
  expect(words(quote({ balance: zero, balanceAfter: 0, from: [all] }))).toBe('4 pay-as-you-go credits · 16 of 50 this month')
  const from = [
    { ...trial, credits: 3 },
    { ...all, credits: 1 },
  ]
  expect(words(quote({ balance: { ...zero, credits: 3 }, balanceAfter: 0, from }))).toBe(
    '4 credits · 0 left after · 3 from Trial, 1 from Pay-as-you-go · 13 of 50 this month',
  )
})

test('where the price of a credit is known, what pay-as-you-go pays is told in money', () => {
  const metered = { used: 12, cap: 50, until: now.toISOString() }
  const part = { kind: 'metered', label: null, credits: 4, expiresAt: now.toISOString() } as const
  const all = quote({ balance: sampleBalance({ credits: 0, metered }), balanceAfter: 0, from: [part] })
  const { strong, rest } = costWords(all, now, { amount: 10, currency: 'EUR' })
  expect([strong, ...rest]).toEqual(['4 pay-as-you-go credits', '€0.40', '16 of 50 this month'])
})
