import type { Balance, PaymentNews } from 'shared'
import { onTheWayWords } from '../payments/money-words'
import { onTheirWay } from '../payments/payment-words'
import { usePayments } from '../payments/use-payments'
import { errorSentence } from '../ui/error-sentence'
import { Note } from '../ui/note'

/** What one should know before buying more: money that was sent and has not arrived, and what the next pack would pay first. */
export function OnItsWay({ news, balance }: { news: PaymentNews | null; balance: Balance | null }) {
  const pending = onTheirWay(usePayments(news).state.payments, new Date())
  // What has just been agreed to is told as news.
  const coming = news?.state === 'pending' ? [] : pending
  const debt = balance?.debt ?? 0
  if (coming.length === 0 && debt === 0) return null
  return (
    <section className="shop-part">
      {coming.map((payment) => (
        <Note key={payment.id} {...onTheWayWords(payment)} />
      ))}
      {debt > 0 && <Owed debt={debt} />}
    </section>
  )
}

function Owed({ debt }: { debt: number }) {
  const { what, next } = errorSentence('IN_DEBT', { debt })
  return <Note look="warn" title={what} text={next} />
}
