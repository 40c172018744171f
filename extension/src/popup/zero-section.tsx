import type { Balance } from 'shared'
import type { ShopTab } from '../shop/open-shop'
import { MeteredButton, OtherWaysWords, useOtherWays } from '../shop/other-ways'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { withStillFree } from '../ui/free'
import { t, tn } from '../ui/i18n'
import { price } from '../ui/money'
import { useCheckout } from '../ui/use-checkout'
import { usePrices } from '../ui/use-free'
import { usePacks } from '../ui/use-packs'

/** Calm at zero: what is blocked, or owed, what is safe, and the one next step. */
export function ZeroSection({
  balance,
  hasDraft,
  onBuy,
}: {
  balance: Balance
  hasDraft: boolean
  onBuy: (tab: ShopTab) => void
}) {
  const packs = usePacks(true)
  const ways = useOtherWays(true, balance)
  const checkout = useCheckout()
  const prices = usePrices()
  const failed = checkout.state.at === 'failed' ? errorSentence(checkout.state.code).what : ''
  useAnnounce(failed)
  const { debt } = balance
  const zero = { what: t('zero_title'), next: hasDraft ? t('zero_text_draft') : t('zero_text_popup') }
  const { what, next } = debt > 0 ? errorSentence('IN_DEBT', { debt }) : zero
  const smallest = packs.at === 'known' ? packs.list.packs[0] : undefined
  return (
    <>
      <p className="title">{what}</p>
      <p className="quiet">{withStillFree(next, prices)}</p>
      <OtherWaysWords ways={ways} balance={balance} />
      {smallest !== undefined && (
        <Button look="main" size="large" wide blocked={checkout.state.at === 'doing'} onClick={() => void checkout.buy(smallest)}>
          {tn('buy_for', smallest.credits, { price: price(smallest.price) })}
        </Button>
      )}
      <div className="row row-stretch">
        <Button className="grow" onClick={() => onBuy('packs')}>
          {t('see_all_packs')}
        </Button>
        <MeteredButton ways={ways} onMetered={() => onBuy('metered')} />
      </div>
      {failed !== '' && <p className="caption">{failed}</p>}
    </>
  )
}
