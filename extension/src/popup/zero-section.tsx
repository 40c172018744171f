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
export function ZeroSection({ hasDraft, onSeeAll }: { hasDraft: boolean; onSeeAll: () => void }) {
  const packs = usePacks(true)
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
      <Button wide onClick={onSeeAll}>
        {t('see_all_packs')}
      </Button>
      {failed !== '' && <p className="caption">{failed}</p>}
    </>
  )
}
