import type { Balance } from 'shared'
import { BalanceChip } from '../ui/balance-chip'
import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'

/** Whose panel this is, what can be spent, and the way out. The chip carries the weave of the lot that pays next. */
export function OverlayHeader({
  balance,
  onMinimise,
  onClose,
}: {
  balance: Balance | null
  onMinimise?: () => void
  onClose: () => void
}) {
  return (
    <header className="overlay-header">
      <Mark />
      <h1 className="word grow">{t('extensionName')}</h1>
      <BalanceChip balance={balance} />
      {onMinimise && <IconButton icon="minus" name={t('minimise')} onClick={onMinimise} />}
      <IconButton icon="close" name={t('close')} onClick={onClose} />
    </header>
  )
}
