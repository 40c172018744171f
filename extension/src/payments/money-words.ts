import type { MeteredStanding, Payment, PaymentNews, PlanList } from 'shared'
import { dateInSentence } from '../ui/dates'
import { t, tn } from '../ui/i18n'
import { price } from '../ui/money'
import type { NoteLook } from '../ui/note'
import type { Telling } from './told'

export interface MoneyWords {
  look: NoteLook
  title: string
  text: string
}

/** Of a payment that was agreed to and is not there yet. */
export function onTheWayWords({ kind, credits }: Pick<Payment, 'kind' | 'credits'>): MoneyWords {
  const text = kind === 'metered' ? t('payment_on_way_metered') : tn('payment_on_way_text', credits)
  return { look: 'waiting', title: t('payment_on_way'), text }
}

/** Of a checkout that was agreed to and has brought nothing yet. */
export function agreedWords(news: Pick<PaymentNews, 'kind' | 'credits'>): MoneyWords {
  if (news.kind !== 'metered') return onTheWayWords(news)
  return { look: 'waiting', title: t('metered_on_way'), text: t('metered_on_way_text') }
}

/** Of a payment that was undone, or stands again. */
export function tellingWords({ what, payment }: Telling): MoneyWords {
  const words = { price: price(payment.price), undone: price(payment.undone) }
  // What a bill of pay-as-you-go paid for was used already: no credits go or come back with it.
  const isBill = payment.kind === 'metered'
  switch (what) {
    case 'failed':
      return payment.kind === 'pack' ? failedWords() : declinedWords()
    case 'disputed':
      return { look: 'warn', title: t('payment_was_disputed', words), text: t('payment_was_disputed_text') }
    case 'charged_back':
      if (isBill) return lostBillWords()
      return { look: 'warn', title: t('payment_was_charged_back', words), text: t('payment_was_charged_back_text') }
    case 'refunded': {
      const title = t(payment.state === 'refunded' ? 'payment_was_refunded_whole' : 'payment_was_refunded', words)
      return { look: 'plain', title, text: isBill ? '' : t('payment_was_refunded_text') }
    }
    case 'stands':
      return { look: 'ok', title: t('payment_stands', words), text: isBill ? '' : t('payment_stands_text') }
  }
}

/** Of a payment that was tried in vain. */
function declinedWords(): MoneyWords {
  return { look: 'warn', title: t('checkout_declined'), text: t('checkout_declined_text') }
}

/** Of a payment that was agreed to and did not come: its page is over. */
function failedWords(): MoneyWords {
  return { look: 'warn', title: t('checkout_failed'), text: t('checkout_failed_text') }
}

/** Of a checkout that is not paid: the money is on its way, or was tried for in vain. Null where there is nothing to say. */
export function unpaidWords(news: PaymentNews): MoneyWords | null {
  switch (news.state) {
    case 'pending':
      return agreedWords(news)
    case 'declined':
      return declinedWords()
    case 'failed':
      return failedWords()
    default:
      return null
  }
}

/** What stands in the way of a plan, or of pay-as-you-go. */
export interface Due extends MoneyWords {
  /** By paying it goes on; what the bank has yet to decide is waited for. */
  payable: boolean
}

/** What is to be paid, or decided, for a plan or pay-as-you-go to go on. A dispute that was lost is told with its payment, once. */
export function duesWords({ current, metered }: PlanList, now: Date): Due[] {
  const dues: Due[] = []
  if (current?.state === 'past_due') {
    const { graceUntil, left } = current
    const until = graceUntil === null ? null : dateInSentence(graceUntil, now)
    const text = until === null ? t('due_plan_open') : tn('due_plan_text', left, { date: until })
    dues.push({ look: 'warn', title: t('due_plan'), text, payable: true })
  }
  if (current?.state === 'unpaid')
    dues.push({ look: 'warn', title: t('due_plan_unpaid'), text: t('plan_unpaid_text'), payable: true })
  if (metered?.standing.state === 'stopped') dues.push(...meteredDues(metered.standing))
  return dues
}

function meteredDues(standing: MeteredStanding): Due[] {
  const { owed, lost } = standing
  const dispute = meteredDisputeWords(standing)
  if (dispute !== null) return lost ? [] : [{ ...dispute, payable: false }]
  const text = owed === null ? t('due_metered_text') : t('due_metered_owed', { price: price(owed) })
  return [{ look: 'warn', title: t('due_metered'), text, payable: true }]
}

/** Of a bill of pay-as-you-go that the bank gave back for good. */
function lostBillWords(): MoneyWords {
  return { look: 'warn', title: t('metered_charged_back'), text: t('metered_charged_back_text') }
}

/** Of pay-as-you-go that is stopped since a bill is disputed, or was given back for good; null where it is for another reason. */
export function meteredDisputeWords({ owed, disputed, lost }: MeteredStanding): MoneyWords | null {
  if (!disputed || owed !== null) return null
  if (lost) return lostBillWords()
  return { look: 'warn', title: t('metered_disputed'), text: t('metered_disputed_text') }
}
