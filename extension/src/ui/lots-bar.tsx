import type { Lot, LotKind } from 'shared'
import { number } from './i18n'
import { endsSoon, expiry, lotName } from './lot-words'

/** The weave of a kind of lot: the same in bar, legend, cost line and balance chip. */
export function LotSwatch({ kind, slim = false }: { kind: LotKind | 'none'; slim?: boolean }) {
  return <span className={`swatch weave weave-${kind} ${slim ? 'swatch-slim' : ''}`} aria-hidden="true" />
}

/** What the balance is made of: a bar with one stretch a lot, first to be used on the left, and the same in words. */
export function LotsBar({ lots, now }: { lots: Lot[]; now: Date }) {
  const label = lots.map((lot) => `${lotName(lot)} ${number(lot.available)}`).join(', ')
  return (
    <>
      <div className="lots-bar" role="img" aria-label={label}>
        {lots.map((lot) => (
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
            <span className="amount">{number(lot.available)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
