import type { Lot, LotSource } from 'shared'
import { date } from './dates'
import { facts, type MessageKey, number, t, tn } from './i18n'
import { LotSwatch } from './lot-swatch'
import { endsSoon, lotEnd, lotName } from './lot-words'

/** How a lot came to be, where it was not granted from outside. */
const sources: Record<Exclude<LotSource, 'grant'>, MessageKey> = {
  grace: 'lot_given_back',
  restored: 'lot_given_back',
  refund: 'lot_given_back',
  rollover: 'lot_carried_over',
}

/** Every lot with what is left of it, where that came from, and until when it is good. */
export function LotsLegend({ lots, now }: { lots: Lot[]; now: Date }) {
  return (
    <ul className="lots-legend">
      {lots.map((lot) => (
        <li key={lot.id}>
          <LotSwatch kind={lot.kind} />
          <span>{lotName(lot)}</span>
          <span className={endsSoon(lot.expiresAt, now) ? 'caption strong warn-text' : 'caption'}>{terms(lot, now)}</span>
          <span className="amount">{lot.available > 0 ? number(lot.available) : tn('lot_held', lot.held)}</span>
        </li>
      ))}
    </ul>
  )
}

/** “expires in 3 days”, “given back · expires in 7 days”, “from 8 Dec · resets 8 Jan”. */
function terms(lot: Lot, now: Date): string {
  const { source, effectiveAt } = lot
  const waiting = Date.parse(effectiveAt) > now.getTime()
  const words = [lotEnd(lot, now)]
  if (waiting) words.unshift(t('lot_usable_from', { date: date(effectiveAt, now) }))
  if (source !== 'grant') words.unshift(t(sources[source]))
  return facts(...words)
}
