import type { Balance, Lot } from 'shared'
import { listed, t } from './i18n'
import { LotSwatch } from './lot-swatch'
import { lotName } from './lot-words'
import { LotsLegend } from './lots-legend'

/**
 * What the balance is made of: a bar with one stretch a lot, first to be used on the left, and the same in words. A lot
 * whose credits are all set aside for images on their way, or that has yet to begin, is told in words only. The reserve is
 * marked at the right end, because those credits go last; pay-as-you-go is no part of the balance.
 */
export function LotsBar({ lots, balance, now }: { lots: Lot[]; balance: Balance | null; now: Date }) {
  const own = lots.filter(({ kind }) => kind !== 'metered')
  const usable = own.filter(({ available, effectiveAt }) => available > 0 && Date.parse(effectiveAt) <= now.getTime())
  const reserve = balance?.reserve ?? 0
  const label = usable.map((lot) => t('lot_amount', { lot: lotName(lot), credits: lot.available }))
  if (reserve > 0) label.push(t('reserve_kept', { credits: reserve }))
  return (
    <>
      {usable.length > 0 && (
        <div>
          <div className="lots-bar" role="img" aria-label={listed(label)}>
            {usable.map((lot) => (
              <span key={lot.id} className={`weave weave-${lot.kind}`} style={{ flex: lot.available }} />
            ))}
          </div>
          <ReserveMark reserve={reserve} total={usable.reduce((sum, { available }) => sum + available, 0)} />
        </div>
      )}
      {own.length > 0 && <LotsLegend lots={own} now={now} />}
      {balance?.metered && <MeteredLine metered={balance.metered} />}
    </>
  )
}

/** A bracket under the credits that are kept back; all of them where the reserve has been begun. */
function ReserveMark({ reserve, total }: { reserve: number; total: number }) {
  if (reserve === 0) return null
  const left = Math.min(reserve, total)
  return (
    <div className="reserve-mark">
      <span className="reserve-bracket" style={{ width: `${(100 * left) / total}%` }} />
      <span className="reserve-words">
        {left < reserve ? t('reserve_mark_part', { credits: reserve, left }) : t('reserve_mark', { credits: reserve })}
      </span>
    </div>
  )
}

/** Pay-as-you-go is a cap that is used up, not credits that one has. */
function MeteredLine({ metered: { used, cap } }: { metered: NonNullable<Balance['metered']> }) {
  return (
    <div className="lots-metered">
      <LotSwatch kind="metered" />
      <span>{t('lot_metered')}</span>
      <span className="caption grow">{t('metered_used', { used, cap })}</span>
      <span className="caption">{t('metered_last')}</span>
    </div>
  )
}
