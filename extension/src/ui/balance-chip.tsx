import type { Balance } from 'shared'
import { number, tn } from './i18n'
import { LotSwatch } from './lot-swatch'

/** What can be spent, with the weave of the lot that pays next. Nothing until it is known. */
export function BalanceChip({ balance }: { balance: Balance | null }) {
  if (balance === null) return null
  const words = tn('balance_credits', balance.credits)
  return (
    <span className="balance-chip" title={words}>
      <LotSwatch kind={balance.next?.kind ?? 'none'} slim />
      <span aria-hidden="true">{number(balance.credits)}</span>
      <span className="unseen">{words}</span>
    </span>
  )
}
