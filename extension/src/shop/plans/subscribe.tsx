import type { Plan } from 'shared'
import { shopApi } from '../../shop-api'
import { Button } from '../../ui/button'
import { t } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { useDeed } from '../../ui/use-deed'
import { DeedFailure } from '../deed-failure'
import { planPrice } from './plan-words'

/** The way to the checkout of a first plan. */
export function Subscribe({ picked, testMode }: { picked: Plan; testMode: boolean }) {
  const { state, run } = useDeed()
  const subscribe = () =>
    run(picked.id, async (intentId) => {
      const { url } = await shopApi.subscribe({ intentId, planId: picked.id })
      await chrome.tabs.create({ url })
    })
  return (
    <section className="shop-foot">
      <DeedFailure state={state} />
      <Button look="main" size="large" wide blocked={state.at === 'doing'} onClick={() => void subscribe()}>
        {t('continue_to_checkout', { price: planPrice(picked) })}
        <Icon name="external" />
      </Button>
      <p className="caption centred">{t('plan_renews')}</p>
      {testMode && <p className="caption centred">{t('test_mode')}</p>}
    </section>
  )
}
