import { shopApi } from '../../shop-api'
import { Button } from '../../ui/button'
import { t } from '../../ui/i18n'
import { useDeed } from '../../ui/use-deed'
import { DeedFailure } from '../deed-failure'
import type { Plans } from '../use-plans'

/** A plan that was cancelled, and has not ended yet, goes on after all. */
export function KeepPlan({ plans }: { plans: Plans }) {
  const { state, run } = useDeed()
  return (
    <section className="shop-foot">
      <DeedFailure state={state} />
      <Button
        look="main"
        size="large"
        wide
        blocked={state.at === 'doing'}
        onClick={() => void run('resume', async () => plans.told(await shopApi.resumePlan()))}
      >
        {t('plan_resume')}
      </Button>
      <p className="caption centred">{t('plan_goes_on')}</p>
    </section>
  )
}
