import { hasMoneyNotes, MoneyNotes } from '../payments/money-notes'
import { useMoneyNews } from '../payments/use-money-news'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'
import { isZero } from '../wallet'
import { DebtNote } from './debt-note'
import type { Wallet } from './use-wallet'

/**
 * What there is to say about money; asked for only where some was paid, or nothing is left, which may be for what was not
 * paid. It comes after all that the popup shows first.
 */
export function MoneySection({ wallet: { balance, state, news }, onBuy }: { wallet: Wallet; onBuy: () => void }) {
  const settings = useStored(local.settings)
  const boughtAt = useStored(local.boughtAt)
  const bought = state.at === 'known' && (state.contents.bought || boughtAt?.[settings?.serverUrl ?? ''] === true)
  const debt = balance?.debt ?? 0
  const nothingLeft = balance !== null && isZero(balance)
  const { money, again } = useMoneyNews(
    bought || nothingLeft || debt > 0 || (balance?.metered ?? null) !== null,
    // Also once the server can be reached again.
    `${news?.checkoutId} ${news?.state} ${debt} ${nothingLeft} ${state.at === 'failed'}`,
  )
  // A pack's payment that did not come is told with its payment.
  const inVain = news !== null && (news.state === 'declined' || (news.state === 'failed' && news.kind !== 'pack')) ? news : null
  // With nothing to spend, what is owed is what the popup begins with.
  const owed = nothingLeft ? 0 : debt
  if (owed === 0 && !hasMoneyNotes(money, inVain)) return null
  return (
    <section className="section stack">
      {owed > 0 && <DebtNote debt={owed} onBuy={onBuy} />}
      <MoneyNotes money={money} inVain={inVain} onBuy={onBuy} onSeen={again} />
    </section>
  )
}
