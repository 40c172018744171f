import type { PaymentNews } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { paidWords } from './paid-words'

const now = new Date(2026, 10, 22, 14, 0)
const news = (change: Partial<PaymentNews>): PaymentNews => ({
  checkoutId: 'checkout-0001',
  kind: 'pack',
  packId: 'pack-100',
  state: 'paid',
  credits: 100,
  expiresAt: new Date(2027, 10, 22, 14, 0).toISOString(),
  ...change,
})

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('what was bought says what came, and until when', () => {
  expect(paidWords(news({}), now)).toEqual({ title: '100 credits added.', text: 'Pack 100, expires November 22, 2027.' })
  const plan = news({ kind: 'plan', credits: 120, expiresAt: new Date(2026, 11, 22, 14, 0).toISOString() })
  expect(paidWords(plan, now)).toEqual({ title: '120 credits added.', text: 'Plan 120, resets December 22.' })
  expect(paidWords(news({ expiresAt: null }), now).text).toBe('')
})

test('pay-as-you-go adds nothing: it is on', () => {
  expect(paidWords(news({ kind: 'metered', credits: 0 }), now).title).toBe('Pay-as-you-go is on.')
})
