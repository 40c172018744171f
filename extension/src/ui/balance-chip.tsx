import type { Balance } from 'shared'
import { number, t, tn } from './i18n'
import { LotSwatch } from './lot-swatch'

/** What can be spent, with the weave of the lot that pays next. Nothing until it is known. */
export function BalanceChip({ balance }: { balance: Balance | null }) {
  if (balance === null) return null
  const { credits, metered } = balance
  const words = credits === 0 && metered !== null ? t('balance_metered_whole', metered) : tn('balance_credits', credits)
  return (
    <span className="balance-chip" title={words}>
      <LotSwatch kind={balance.next?.kind ?? 'none'} slim />
      <span aria-hidden="true">{number(credits)}</span>
      <span className="unseen">{words}</span>
    </span>
  )
}
