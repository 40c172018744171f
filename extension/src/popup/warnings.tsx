import type { Balance, Lot } from 'shared'
import { isLow } from '../low'
import { daysUntil } from '../ui/dates'
import { t, tn } from '../ui/i18n'
import { lotName } from '../ui/lot-words'
import { Note } from '../ui/note'

/** Early enough to act: the balance is low, or credits end today or tomorrow. */
export function Warnings({ balance, lots }: { balance: Balance; lots: Lot[] }) {
  const now = new Date()
  const ending = lots.filter(({ available, expiresAt }) => available > 0 && daysUntil(expiresAt, now) <= 1)
  if (!isLow(balance) && ending.length === 0) return null
  return (
    <section className="section stack">
      {isLow(balance) && <Note look="warn" title={tn('low_title', balance.credits)} text={t('low_text')} />}
      {ending.map((lot) => {
        const key = daysUntil(lot.expiresAt, now) <= 0 ? 'ending_today' : 'ending_tomorrow'
        const title = tn(key, lot.available, { lot: lotName(lot) })
        return <Note key={lot.id} look="expiring" title={title} text={t('ending_used_first')} />
      })}
    </section>
  )
}
