import { renderToStaticMarkup } from 'react-dom/server'
import type { Quote } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleQuote } from '../../testing/orders'
import { sampleBalance } from '../../testing/wallet'
import { CostLine } from './cost-line'

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
