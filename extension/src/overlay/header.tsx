import type { Balance } from 'shared'
import { IconButton } from '../ui/button'
import { number, t, tn } from '../ui/i18n'
import { LotSwatch } from '../ui/lot-swatch'
import { Mark } from '../ui/mark'

/** Whose panel this is, what can be spent, and the way out. The chip carries the weave of the lot that pays next. */
export function OverlayHeader({ balance, onClose }: { balance: Balance | null; onClose: () => void }) {
  return (
    <header className="overlay-header">
      <Mark />
      <h1 className="word grow">{t('extensionName')}</h1>
      {balance !== null && (
        <span className="balance-chip" title={tn('balance_credits', balance.credits)}>
          <LotSwatch kind={balance.next?.kind ?? 'none'} slim />
          <span aria-hidden="true">{number(balance.credits)}</span>
          <span className="unseen">{tn('balance_credits', balance.credits)}</span>
        </span>
      )}
      <IconButton icon="close" name={t('close')} onClick={onClose} />
    </header>
  )
}
