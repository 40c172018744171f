import type { Balance, Lot } from 'shared'
import { expect, test } from 'vitest'
import { type Done, donePage } from './done-page.ts'
import { readerOf } from './reader.ts'

const now = new Date('2026-11-22T09:00:00.000Z')
const en = readerOf('en-GB', 'Europe/Lisbon', now)

const lot = (kind: Lot['kind'], available: number, expiresAt: string, label: string | null = null): Lot => ({
  ...{ id: kind + available, kind, source: 'grant', label, granted: available, available, held: 0, spent: 0, owed: 0 },
  ...{ effectiveAt: '2026-11-01T00:00:00.000Z', expiresAt },
})
const balance: Balance = {
  ...{ credits: 342, held: 0, afterLastGrant: 342, reserve: 0, debt: 0, metered: null, next: null },
  asOf: now.toISOString(),
}
const paid: Done = {
  ...{ kind: 'pack', state: 'paid', credits: 300, cap: null, renewsAt: null, url: 'http://127.0.0.1/checkout/x' },
  ...{ receiptUrl: '/checkout/done/x/receipt', balance, draft: null, banner: 'own' },
  lots: [
    lot('trial', 6, '2026-11-25T09:00:00.000Z'),
    lot('plan', 15, '2026-12-08T09:00:00.000Z', '15'),
    lot('pack', 300, '2027-11-22T09:00:00.000Z', '300'),
    lot('metered', 50, '2026-12-08T09:00:00.000Z'),
  ],
}
const shown = (done: Partial<Done>, reader = en) => donePage(reader, { ...paid, ...done }).markup

test('what was added is told with what there is now: lots as bar and in words, without pay-as-you-go', () => {
  const page = shown({})
  expect(page).toContain('300 credits added')
  expect(page).toContain('Your balance is 342. No money moved: this was a test.')
  expect(page).toContain('aria-label="Trial 6, Plan 15 15, Pack 300 300"')
  expect(page).toContain('expires in 3 days')
  expect(page).toContain('resets 8 Dec')
  expect(page).toContain('expires 22 Nov 2027')
})

test('the draft that waits is named, and nothing that a designer wrote becomes part of the page', () => {
  const draft = {
    operation: 'vary' as const,
    count: 4,
    prompt: '<script>alert(1)</script> & roses, hand-painted gouache on cream',
  }
  const page = shown({ draft })
  expect(page).toContain('Your draft is waiting in Toile')
  expect(page).toContain('4 variations, “&#60;script&#62;alert(1)&#60;/script&#62; &#38; roses, hand-…”')
  expect(page).not.toContain('<script>')
  expect(shown({ state: 'declined', draft })).toContain('Your balance is 342, and your draft is safe.')
})

test('with real money no page speaks of a test; at Stripe’s test mode it does, but of no bank', () => {
  expect(shown({ banner: null })).not.toMatch(/test/i)
  expect(shown({ banner: 'test' })).toContain('Test mode. No money moves.')
  expect(shown({ banner: 'test' })).not.toContain('no bank is called')
})

test('one that was declined can be tried again; one that was cancelled cannot', () => {
  expect(shown({ state: 'declined' })).toContain('href="http://127.0.0.1/checkout/x"')
  for (const state of ['cancelled', 'failed'] as const) expect(shown({ state })).not.toContain('href="http')
  expect(shown({ state: 'failed' })).toContain('To begin anew, close this tab and go back to Toile.')
})

test.each([
  ['pt-BR', '300 créditos adicionados', 'expira em 3 dias'],
  ['es', '300 créditos añadidos', 'caduca en 3 días'],
])('in %s it says %j', (language, title, soon) => {
  const page = shown({}, readerOf(language, 'UTC', now))
  expect(page).toContain(title)
  expect(page).toContain(soon)
})
