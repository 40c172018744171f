import type { ReactNode } from 'react'
import type { PlanList } from 'shared'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import type { Plans } from './use-plans'

/** Shows what is known of plans and pay-as-you-go; until then their room, or why nothing is known. */
export function KnownPlans({ plans, children }: { plans: Plans; children: (list: PlanList) => ReactNode }) {
  const { state, soon } = plans
  if (state.at === 'asking') return <div className="shop-waiting" aria-hidden="true" />
  if (state.at === 'known') return children(state.list)
  const again = (
    <Button size="small" onClick={soon}>
      {t('try_again')}
    </Button>
  )
  return (
    <div className="shop-part">
      <FailureNote code={state.code} actions={again} />
    </div>
  )
}
