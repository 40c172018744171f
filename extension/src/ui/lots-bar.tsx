import type { Lot, LotKind } from 'shared'
import { listed, number, t, tn } from './i18n'
import { endsSoon, expiry, lotName } from './lot-words'

/** The weave of a kind of lot: the same in bar, legend, cost line and balance chip. */
export function LotSwatch({ kind, slim = false }: { kind: LotKind | 'none'; slim?: boolean }) {
  return <span className={`swatch weave weave-${kind} ${slim ? 'swatch-slim' : ''}`} aria-hidden="true" />
}

/**
 * What the balance is made of: a bar with one stretch a lot, first to be used on the left, and the same in words. A lot
 * whose credits are all set aside for images on their way is told in words only.
 */
export function LotsBar({ lots, now }: { lots: Lot[]; now: Date }) {
  const usable = lots.filter(({ available }) => available > 0)
  const label = listed(usable.map((lot) => t('lot_amount', { lot: lotName(lot), credits: lot.available })))
  return (
    <>
      <div className="lots-bar" role="img" aria-label={label}>
        {usable.map((lot) => (
          <span key={lot.id} className={`weave weave-${lot.kind}`} style={{ flex: lot.available }} />
        ))}
      </div>
      <ul className="lots-legend">
        {lots.map((lot) => (
          <li key={lot.id}>
            <LotSwatch kind={lot.kind} />
            <span>{lotName(lot)}</span>
            <span className={endsSoon(lot.expiresAt, now) ? 'caption strong warn-text' : 'caption'}>
              {expiry(lot.expiresAt, now)}
            </span>
            <span className="amount">{lot.available > 0 ? number(lot.available) : tn('lot_held', lot.held)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
