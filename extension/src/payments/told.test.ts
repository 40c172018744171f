import type { Payment } from 'shared'
import { expect, test } from 'vitest'
import { samplePayment } from '../../testing/payments'
import { retold, tellings } from './told'

const pack = (state: Payment['state'], undone = 0) => samplePayment({ state, undone: { amount: undone, currency: 'EUR' } })
const seen = (told: ReturnType<typeof retold>) =>
  Object.fromEntries(Object.entries(told).map(([id, one]) => [id, { ...one, seen: true }]))
const whats = (payment: Payment, told: ReturnType<typeof retold>) => tellings([payment], told).map(({ what }) => what)

test('a payment that goes as it should is never told', () => {
  for (const state of ['pending', 'paid'] as const) expect(retold([pack(state)], {})).toEqual({})
})

test('a dispute is told until it was seen; once it is won, that is told as well', () => {
  const disputed = retold([pack('disputed', 900)], {})
  expect(whats(pack('disputed', 900), disputed)).toEqual(['disputed'])
  const known = seen(disputed)
  expect(retold([pack('disputed', 900)], known)).toEqual(known)
  expect(whats(pack('disputed', 900), known)).toEqual([])
  const won = retold([pack('paid')], known)
  expect(whats(pack('paid'), won)).toEqual(['stands'])
  expect(whats(pack('paid'), seen(won))).toEqual([])
})

test('a dispute that the designer’s bank has decided is told once more', () => {
  const known = seen(retold([pack('disputed', 900)], {}))
  const lost = retold([pack('charged_back', 900)], known)
  expect(whats(pack('charged_back', 900), lost)).toEqual(['charged_back'])
  expect(whats(pack('charged_back', 900), seen(lost))).toEqual([])
})

test('a bill that is disputed is told with pay-as-you-go, and once it is lost, once by itself', () => {
  const bill = (state: Payment['state']) => samplePayment({ kind: 'metered', state })
  expect(retold([bill('disputed')], {})).toEqual({})
  const lost = retold([bill('charged_back')], {})
  expect(whats(bill('charged_back'), lost)).toEqual(['charged_back'])
  expect(whats(bill('charged_back'), seen(lost))).toEqual([])
})

test('each refund is told by itself', () => {
  const first = seen(retold([pack('partly_refunded', 300)], {}))
  const more = retold([pack('partly_refunded', 600)], first)
  expect(whats(pack('partly_refunded', 600), more)).toEqual(['refunded'])
  expect(whats(pack('refunded', 900), retold([pack('refunded', 900)], seen(more)))).toEqual(['refunded'])
})

test('a charge that failed is told, unless it went through after all; that of a plan is told with the plan', () => {
  const failed = retold([pack('failed')], {})
  expect(whats(pack('failed'), failed)).toEqual(['failed'])
  expect(whats(pack('paid'), retold([pack('paid')], failed))).toEqual([])
  expect(retold([samplePayment({ kind: 'plan', state: 'failed' })], {})).toEqual({})
})

test('what is long past is forgotten', () => {
  const told = retold([pack('disputed', 900)], {})
  expect(retold([samplePayment({ id: 'payment-0002' })], told)).toEqual({})
})
