import type { ShopTab } from '../shop/open-shop'
import { usePlans } from '../shop/use-plans'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { withStillFree } from '../ui/free'
import { t, tn } from '../ui/i18n'
import { price } from '../ui/money'
import { useCheckout } from '../ui/use-checkout'
import { usePrices } from '../ui/use-free'
import { usePacks } from '../ui/use-packs'

/** Calm at zero: what is blocked, what is safe, and the one next step. */
export function ZeroSection({ hasDraft, onBuy }: { hasDraft: boolean; onBuy: (tab: ShopTab) => void }) {
  const packs = usePacks(true)
  const plans = usePlans().state
  const offersMetered = plans.at === 'known' && plans.list.metered !== null
  const checkout = useCheckout()
  const prices = usePrices()
  const failed = checkout.state.at === 'failed' ? errorSentence(checkout.state.code).what : ''
  useAnnounce(failed)
  const smallest = packs.at === 'known' ? packs.list.packs[0] : undefined
  return (
    <>
      <p className="title">{t('zero_title')}</p>
      <p className="quiet">{withStillFree(hasDraft ? t('zero_text_draft') : t('zero_text_popup'), prices)}</p>
      {smallest !== undefined && (
        <Button look="main" size="large" wide blocked={checkout.state.at === 'doing'} onClick={() => void checkout.buy(smallest)}>
          {tn('buy_for', smallest.credits, { price: price(smallest.price) })}
        </Button>
      )}
      <div className="row row-stretch">
        <Button className="grow" onClick={() => onBuy('packs')}>
          {t('see_all_packs')}
        </Button>
        {offersMetered && (
          <Button className="grow" onClick={() => onBuy('metered')}>
            {t('metered_use')}
          </Button>
        )}
      </div>
      {failed !== '' && <p className="caption">{failed}</p>}
    </>
  )
}
