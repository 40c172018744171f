import type { Payment, PlanList } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { samplePayment, samplePlanList } from '../../testing/payments'
import { agreedWords, duesWords, meteredDisputeWords, onTheWayWords, tellingWords, unpaidWords } from './money-words'
import { onTheirWay, paymentFacts, paymentStanding, paymentTitle } from './payment-words'

const now = new Date(2026, 10, 22, 14, 0)
const euros = (amount: number) => ({ amount, currency: 'EUR' })

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('each payment is told by what it was for, when, and where it stands', () => {
  const period = { start: new Date(2026, 10, 8).toISOString(), end: new Date(2026, 11, 8).toISOString() }
  const plan = samplePayment({ kind: 'plan', credits: 120, price: euros(960), period, testMode: true })
  expect(paymentTitle(plan)).toBe('Plan, 120 credits')
  expect(paymentFacts(plan, now)).toBe('Nov 20 · Nov 8 to Dec 8 · test, no money moved')
  expect(paymentStanding(plan, now)).toBe('paid')
  expect(paymentStanding(samplePayment({ state: 'partly_refunded', undone: euros(450) }), now)).toBe('€4.50 of €9 refunded')
  expect(paymentStanding(samplePayment({ state: 'disputed', undone: euros(900) }), now)).toBe('disputed, €9 taken back')
  const lost = samplePayment({ state: 'charged_back', undone: euros(900) })
  expect(paymentStanding(lost, now)).toBe('returned by your bank, €9')
})

test('use that was told too late for its month is on the next bill, and not on its way until then', () => {
  const period = { start: new Date(2026, 10, 8).toISOString(), end: new Date(2026, 11, 8).toISOString() }
  const late = samplePayment({ kind: 'metered', state: 'pending', credits: 4, period })
  expect(paymentStanding(late, now)).toBe('on the bill of Dec 8')
  expect(onTheirWay([late], now)).toEqual([])
  const billed = new Date(2026, 11, 8, 1)
  expect(paymentStanding(late, billed)).toBe('on its way')
  expect(onTheirWay([late], billed)).toEqual([late])
})

test('pay-as-you-go that was just agreed to is about to start; it is no bill for what was used', () => {
  expect(agreedWords({ kind: 'metered', credits: 0 }).title).toBe('Pay-as-you-go is about to start.')
  expect(agreedWords({ kind: 'pack', credits: 100 }).title).toBe('Payment on its way')
})

test('what is on its way, was undone or stands again says what becomes of the credits', () => {
  expect(onTheWayWords(samplePayment({ state: 'pending' })).text).toMatch(/^100 credits are added as soon as it arrives\./)
  const disputed = samplePayment({ state: 'disputed', undone: euros(900) })
  expect(tellingWords({ what: 'disputed', payment: disputed }).title).toBe('Your payment of €9 is disputed.')
  const lost = samplePayment({ state: 'charged_back', undone: euros(900) })
  expect(tellingWords({ what: 'charged_back', payment: lost })).toMatchObject({
    title: 'Your bank returned your payment of €9.',
    text: 'The dispute is over: the credits that were taken back do not return.',
  })
  expect(tellingWords({ what: 'stands', payment: samplePayment() }).text).toBe(
    'The credits that were taken back are yours again.',
  )
  const part = samplePayment({ state: 'partly_refunded', undone: euros(450) })
  expect(tellingWords({ what: 'refunded', payment: part }).title).toBe('€4.50 of your payment of €9 went back to you.')
})

test('a bill of pay-as-you-go that goes back takes no credits with it, and none are said to', () => {
  const bill = (change: Partial<Payment>) => samplePayment({ kind: 'metered', undone: euros(900), ...change })
  expect(tellingWords({ what: 'charged_back', payment: bill({ state: 'charged_back' }) })).toMatchObject({
    title: 'Your bank returned the money of a pay-as-you-go bill.',
    text: 'Pay-as-you-go stays off. Your other credits and your images are untouched.',
  })
  expect(tellingWords({ what: 'refunded', payment: bill({ state: 'refunded' }) }).text).toBe('')
  expect(tellingWords({ what: 'stands', payment: bill({ state: 'paid' }) }).text).toBe('')
})

test('money that did not come has no page to try again at; a card that was declined has', () => {
  const news = { checkoutId: 'checkout-0001', kind: 'pack', packId: 'pack-100', credits: 100, expiresAt: null } as const
  expect(unpaidWords({ ...news, state: 'failed' })?.text).toBe('That checkout is closed. Buy again to start over.')
  expect(tellingWords({ what: 'failed', payment: samplePayment({ state: 'failed' }) })).toEqual(
    unpaidWords({ ...news, state: 'failed' }),
  )
  expect(unpaidWords({ ...news, state: 'declined' })?.text).toMatch(/checkout tab/)
  expect(unpaidWords({ ...news, state: 'cancelled' })).toBeNull()
})

test('what has to be paid for a plan or pay-as-you-go to go on is told, with what is at stake', () => {
  const plan = {
    id: 'month-30',
    credits: 30,
    interval: 'month',
    price: euros(270),
    rollover: null,
    graceDays: 7,
    entitlement: null,
  } as const
  const cycle = { start: '2026-11-20T09:00:00.000Z', end: '2026-12-20T09:00:00.000Z' }
  const standing = {
    plan,
    cycle,
    paidUntil: cycle.end,
    ends: false,
    left: 15,
    next: null,
    refused: null,
    graceUntil: new Date(2026, 10, 27).toISOString(),
  }
  const toPay = (list: PlanList) => duesWords(list, now).map(({ payable }) => payable)
  const dues = (list: PlanList) => duesWords(list, now).map(({ title, text }) => `${title} ${text}`)
  expect(dues(samplePlanList({ current: { ...standing, state: 'active' } }))).toEqual([])
  expect(dues(samplePlanList({ current: { ...standing, state: 'past_due' } }))).toEqual([
    'Your plan could not be renewed: the card was declined. Your 15 plan credits stay until November 27. Pay by then to keep them.',
  ])
  expect(dues(samplePlanList({ current: { ...standing, state: 'unpaid' } }))).toHaveLength(1)
  const offer = { creditPrice: euros(10), usualCap: 50, maxCap: 1000 }
  const metered = {
    offer,
    standing: { state: 'stopped', cap: 50, used: 12, until: null, owed: euros(120), disputed: false, lost: false, agreed: false },
  } as const
  expect(dues(samplePlanList({ metered }))).toEqual([
    'Pay-as-you-go is stopped: a charge failed. €1.20 is still to be paid. Your other credits are untouched.',
  ])
  const disputed = { ...metered, standing: { ...metered.standing, owed: null, disputed: true } }
  const lost = { ...metered, standing: { ...disputed.standing, lost: true } }
  expect(dues(samplePlanList({ metered: lost }))).toEqual([])
  expect(meteredDisputeWords(lost.standing)?.title).toBe('Your bank returned the money of a pay-as-you-go bill.')
  // There is nothing to pay while the bank has yet to decide.
  expect([toPay(samplePlanList({ metered })), toPay(samplePlanList({ metered: disputed }))]).toEqual([[true], [false]])
  expect(dues(samplePlanList({ metered: disputed }))).toEqual([
    'A bill of pay-as-you-go is disputed. Pay-as-you-go is stopped until your bank has decided for the bill. Your other credits and your images are untouched.',
  ])
})
