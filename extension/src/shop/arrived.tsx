import type { Balance, PaymentNews } from 'shared'
import { type MessageKey, t, tn } from '../ui/i18n'
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

interface Told {
  look: 'ok' | 'plain' | 'warn'
  title: string
  text?: string
}

const begun: Partial<Record<PaymentNews['kind'], MessageKey>> = {
  plan: 'plan_begun',
  upgrade: 'plan_changed',
}

function wordsOf({ kind, state, credits }: PaymentNews): Told | null {
  if (state === 'pending') return { look: 'plain', title: t('payment_coming'), text: t('payment_coming_text') }
  if (state === 'declined') return { look: 'warn', title: t('payment_declined'), text: t('payment_declined_text') }
  if (state !== 'paid') return null
  if (kind === 'metered') return { look: 'ok', title: t('metered_begun') }
  const title = tn('credits_added', credits)
  const key = begun[kind]
  return { look: 'ok', title, ...(key === undefined ? {} : { text: t(key) }) }
}
