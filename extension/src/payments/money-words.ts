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
  switch (what) {
    case 'failed':
      return payment.kind === 'pack' ? failedWords() : declinedWords()
    case 'disputed':
      return { look: 'warn', title: t('payment_was_disputed', words), text: t('payment_was_disputed_text') }
    case 'charged_back':
      return { look: 'warn', title: t('payment_was_charged_back', words), text: t('payment_was_charged_back_text') }
    case 'refunded': {
      const title = t(payment.state === 'refunded' ? 'payment_was_refunded_whole' : 'payment_was_refunded', words)
      return { look: 'plain', title, text: t('payment_was_refunded_text') }
    }
    case 'stands':
      return { look: 'ok', title: t('payment_stands', words), text: t('payment_stands_text') }
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

/** What is to be paid for a plan, or pay-as-you-go, to go on. */
export function duesWords({ current, metered }: PlanList, now: Date): MoneyWords[] {
  const dues: MoneyWords[] = []
  if (current?.state === 'past_due') {
    const { graceUntil, left } = current
    const until = graceUntil === null ? null : dateInSentence(graceUntil, now)
    const text = until === null ? t('due_plan_open') : tn('due_plan_text', left, { date: until })
    dues.push({ look: 'warn', title: t('due_plan'), text })
  }
  if (current?.state === 'unpaid') dues.push({ look: 'warn', title: t('due_plan_unpaid'), text: t('plan_unpaid_text') })
  if (metered?.standing.state === 'stopped') {
    const { owed } = metered.standing
    const text = owed === null ? t('due_metered_text') : t('due_metered_owed', { price: price(owed) })
    dues.push(meteredDisputeWords(metered.standing) ?? { look: 'warn', title: t('due_metered'), text })
  }
  return dues
}

/** Of pay-as-you-go that is stopped since a bill is disputed, or was given back for good; null where it is for another reason. */
export function meteredDisputeWords({ owed, disputed, lost }: MeteredStanding): MoneyWords | null {
  if (!disputed || owed !== null) return null
  if (lost) return { look: 'warn', title: t('metered_charged_back'), text: t('metered_charged_back_text') }
  return { look: 'warn', title: t('metered_disputed'), text: t('metered_disputed_text') }
}
