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

/** How much of it is told, too. */
const undoneStates = {
  partly_refunded: 'payment_partly_refunded',
  disputed: 'payment_disputed',
  charged_back: 'payment_charged_back',
} as const satisfies Partial<Record<PaymentState, MessageKey>>
type Undone = keyof typeof undoneStates

const states: Record<Exclude<PaymentState, Undone>, MessageKey> = {
  pending: 'payment_pending',
  paid: 'payment_paid',
  failed: 'payment_failed',
  refunded: 'payment_refunded',
}

type Standing = Pick<Payment, 'kind' | 'state' | 'price' | 'undone' | 'period'>

/** Whether it is use that was told too late for its own month: it is on the next bill, and nothing is on its way before that. */
function isBilledLater({ kind, state, period }: Pick<Payment, 'kind' | 'state' | 'period'>, now: Date): boolean {
  return kind === 'metered' && state === 'pending' && period !== null && new Date(period.end) > now
}

/** Where it stands: “paid”, “€4.50 of €9 refunded”. */
export function paymentStanding(payment: Standing, now: Date): string {
  const { state, price: whole, undone, period } = payment
  if (period !== null && isBilledLater(payment, now)) return t('payment_billed_on', { date: date(period.end, now) })
  if (state !== 'partly_refunded' && state !== 'disputed' && state !== 'charged_back') return t(states[state])
  return t(undoneStates[state], { undone: price(undone), price: price(whole) })
}

/** What was agreed to and has not arrived. */
export function onTheirWay(payments: Payment[], now: Date): Payment[] {
  return payments.filter((payment) => payment.state === 'pending' && !isBilledLater(payment, now))
}

/** Whether it is not as one wants it: said in the colour of a warning. */
export function needsNotice({ state }: Pick<Payment, 'state'>): boolean {
  return state === 'failed' || state === 'disputed' || state === 'charged_back'
}

/** When, for which cycle, and that it was a test: “23 Nov · 8 Nov to 8 Dec · test, no money moved”. */
export function paymentFacts({ createdAt, paidAt, period, testMode }: Payment, now: Date): string {
  const words = [date(paidAt ?? createdAt, now)]
  if (period !== null) words.push(t('payment_period', { from: date(period.start, now), until: date(period.end, now) }))
  if (testMode) words.push(t('payment_test'))
  return facts(...words)
}
