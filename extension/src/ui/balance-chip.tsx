import type { Balance } from 'shared'
import { facts, number, t, tn } from './i18n'
import { LotSwatch } from './lot-swatch'

/**
 * What can be spent, with the weave of the lot that pays next. Nothing until it is known.
 * @param onBuy makes it the way to where credits are bought
 */
export function BalanceChip({ balance, onBuy = null }: { balance: Balance | null; onBuy?: (() => void) | null }) {
  if (balance === null) return null
  const { credits, metered } = balance
  const words = credits === 0 && metered !== null ? t('balance_metered_whole', metered) : tn('balance_credits', credits)
  const shown = (
    <>
      <LotSwatch kind={balance.next?.kind ?? 'none'} slim />
      <span aria-hidden="true">{number(credits)}</span>
    </>
  )
  if (onBuy === null)
    return (
      <span className="balance-chip" title={words}>
        {shown}
        <span className="unseen">{words}</span>
      </span>
    )
  const name = facts(words, t('buy_credits'))
  return (
    <button type="button" className="balance-chip" title={name} onClick={onBuy}>
      {shown}
      <span className="unseen">{name}</span>
    </button>
  )
}
