import { meteredDisputeWords } from '../../payments/money-words'
import { t } from '../../ui/i18n'
import { exactPrice } from '../../ui/money'
import { Note } from '../../ui/note'
import { PayOpenBill } from '../pay-open-bill'
import type { MeteredTerms } from './use-metered'

/** Pay-as-you-go that is not simply on or off. */
export function MeteredNote({ metered: { standing } }: { metered: MeteredTerms }) {
  if (standing.agreed)
    return (
      <section className="shop-part">
        <Note look="waiting" title={t('metered_on_way')} text={t('metered_on_way_text')} />
      </section>
    )
  if (standing.state === 'starting')
    return (
      <section className="shop-part">
        <Note title={t('metered_starting')} text={t('metered_starting_text')} />
      </section>
    )
  if (standing.state !== 'stopped') return null
  const dispute = meteredDisputeWords(standing)
  if (dispute !== null)
    return (
      <section className="shop-part">
        <Note {...dispute} />
      </section>
    )
  const text =
    standing.owed === null ? t('metered_stopped_text') : t('metered_stopped_owed', { price: exactPrice(standing.owed) })
  return (
    <section className="shop-part">
      <Note look="warn" title={t('metered_stopped')} text={text} />
      <PayOpenBill label={t('metered_pay')} />
    </section>
  )
}
