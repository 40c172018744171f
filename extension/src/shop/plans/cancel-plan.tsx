import type { PlanStanding } from 'shared'
import { shopApi } from '../../shop-api'
import { Button } from '../../ui/button'
import { dateInSentence } from '../../ui/dates'
import { t, tn } from '../../ui/i18n'
import { useDeed } from '../../ui/use-deed'
import { AskedOnceMore } from '../asked-once-more'
import { DeedFailure } from '../deed-failure'
import type { Plans } from '../use-plans'

/** Ends the plan with what is paid, after a yes to that. */
export function CancelPlan({ current, plans, onOver }: { current: PlanStanding; plans: Plans; onOver: () => void }) {
  const { state, run } = useDeed()
  const cancel = () =>
    run('cancel', async () => {
      plans.told(await shopApi.cancelPlan())
      onOver()
    })
  const date = dateInSentence(current.paidUntil, new Date())
  return (
    <AskedOnceMore
      title={current.state === 'unpaid' ? t('plan_cancel_title_now') : t('plan_cancel_title', { date })}
      text={whatEnds(current, date)}
    >
      <DeedFailure state={state} />
      <div className="row row-stretch">
        <Button className="grow" onClick={onOver}>
          {t('plan_cancel_no')}
        </Button>
        <Button className="grow" look="danger" blocked={state.at === 'doing'} onClick={() => void cancel()}>
          {t('plan_cancel_yes')}
        </Button>
      </div>
    </AskedOnceMore>
  )
}

/** What stays and what ends. A renewal that may still be charged is; one that was never paid ends the plan at once. */
function whatEnds({ state, left }: PlanStanding, date: string): string {
  if (state === 'unpaid') return t('plan_cancel_text_now')
  if (state === 'past_due') return t('plan_cancel_text_open', { date })
  return left === 0 ? t('plan_cancel_text_none', { date }) : tn('plan_cancel_text', left, { date })
}
