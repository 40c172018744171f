import type { Balance, PaymentNews } from 'shared'
import { type MoneyWords, unpaidWords } from '../payments/money-words'
import { paidWords } from '../payments/paid-words'
import { type MessageKey, t } from '../ui/i18n'
import { Note } from '../ui/note'
import { ResumeOffer } from './resume-offer'

/** What became of a checkout, the moment it is known; and the way back to what was waiting for it. */
export function Arrived({ news, balance, onLeave }: { news: PaymentNews; balance: Balance | null; onLeave: () => void }) {
  const told = wordsOf(news)
  if (told === null) return null
  return (
    <section className="shop-part">
      <Note {...told}>{news.state === 'paid' && <ResumeOffer balance={balance} onLeave={onLeave} />}</Note>
    </section>
  )
}

const begun: Partial<Record<PaymentNews['kind'], MessageKey>> = {
  plan: 'plan_begun',
  upgrade: 'plan_changed',
}

function wordsOf(news: PaymentNews): MoneyWords | null {
  const { kind, state } = news
  if (state !== 'paid') return unpaidWords(news)
  const { title, text } = paidWords(news, new Date())
  const key = begun[kind]
  return { look: 'ok', title, text: key === undefined ? text : t(key) }
}
