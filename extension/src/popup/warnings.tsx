import type { Balance, Lot } from 'shared'
import { daysUntil } from '../ui/dates'
import { errorSentence } from '../ui/error-sentence'
import { t, tn } from '../ui/i18n'
import { lotName } from '../ui/lot-words'
import { Note } from '../ui/note'

/** Early enough to act: credits are owed, the balance is low, or credits end today or tomorrow. */
export function Warnings({ balance, low, lots }: { balance: Balance; low: boolean; lots: Lot[] }) {
  const now = new Date()
  const ending = lots.filter((lot) => endsNow(lot, now))
  if (!low && balance.debt === 0 && ending.length === 0) return null
  return (
    <section className="section stack">
      {balance.debt > 0 && <DebtNote debt={balance.debt} />}
      {low && <LowNote balance={balance} />}
      {ending.map((lot) => {
        const key = daysUntil(lot.expiresAt, now) <= 0 ? 'ending_today' : 'ending_tomorrow'
        const title = tn(key, lot.available, { lot: lotName(lot) })
        return <Note key={lot.id} look="expiring" title={title} text={t('ending_used_first')} />
      })}
    </section>
  )
}

/** What is left of pay-as-you-go at the cycle's end costs nothing, so nobody is warned of it. */
function endsNow({ kind, available, expiresAt }: Lot, now: Date): boolean {
  return kind !== 'metered' && available > 0 && daysUntil(expiresAt, now) <= 1
}

function DebtNote({ debt }: { debt: number }) {
  const { what, next } = errorSentence('IN_DEBT', { debt })
  return <Note look="warn" title={what} text={next} />
}

function LowNote({ balance: { credits, reserve } }: { balance: Balance }) {
  if (reserve === 0) return <Note look="warn" title={tn('low_title', credits)} text={t('low_text')} />
  const above = credits - reserve
  if (above <= 0) return <Note look="warn" title={tn('low_reserve', credits)} text={t('low_reserve_text')} />
  return <Note look="warn" title={tn('low_above', credits, { above })} text={t('low_above_text')} />
}
