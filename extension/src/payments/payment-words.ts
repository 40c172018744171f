import type { Payment, PaymentKind, PaymentState } from 'shared'
import { date } from '../ui/dates'
import { type CountedKey, facts, type MessageKey, t, tn } from '../ui/i18n'
import type { IconName } from '../ui/icon-shapes'
import { price } from '../ui/money'

const titles: Record<PaymentKind, CountedKey> = {
  pack: 'payment_pack',
  plan: 'payment_plan',
  upgrade: 'payment_upgrade',
  metered: 'payment_metered',
}
export const paymentIcons: Record<PaymentKind, IconName> = { pack: 'plus', plan: 'clock', upgrade: 'plus', metered: 'receipt' }

/** What was paid for: “Pack of 100 credits”. */
export function paymentTitle({ kind, credits }: Pick<Payment, 'kind' | 'credits'>): string {
  return tn(titles[kind], credits)
}

const states: Record<Exclude<PaymentState, 'partly_refunded' | 'disputed'>, MessageKey> = {
  pending: 'payment_pending',
  paid: 'payment_paid',
  failed: 'payment_failed',
  refunded: 'payment_refunded',
}

/** Where it stands: “paid”, “€4.50 of €9 refunded”. */
export function paymentStanding({ state, price: whole, undone }: Pick<Payment, 'state' | 'price' | 'undone'>): string {
  if (state !== 'partly_refunded' && state !== 'disputed') return t(states[state])
  const words = { undone: price(undone), price: price(whole) }
  return t(state === 'disputed' ? 'payment_disputed' : 'payment_partly_refunded', words)
}

/** Whether it is not as one wants it: said in the colour of a warning. */
export function needsNotice({ state }: Pick<Payment, 'state'>): boolean {
  return state === 'failed' || state === 'disputed'
}

/** When, for which cycle, and that it was a test: “23 Nov · 8 Nov to 8 Dec · test, no money moved”. */
export function paymentFacts({ createdAt, paidAt, period, testMode }: Payment, now: Date): string {
  const words = [date(paidAt ?? createdAt, now)]
  if (period !== null) words.push(t('payment_period', { from: date(period.start, now), until: date(period.end, now) }))
  if (testMode) words.push(t('payment_test'))
  return facts(...words)
}
