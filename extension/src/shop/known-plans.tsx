import type { ReactNode } from 'react'
import type { PlanList } from 'shared'
import { FailureNote } from '../ui/failure-note'
import { TryAgain } from '../ui/try-again'
import type { Plans } from './use-plans'

/** Shows what is known of plans and pay-as-you-go; until then their room, or why nothing is known. */
export function KnownPlans({ plans, children }: { plans: Plans; children: (list: PlanList) => ReactNode }) {
  const { state, soon } = plans
  if (state.at === 'asking') return <div className="shop-waiting" aria-hidden="true" />
  if (state.at === 'known') return children(state.list)
  return (
    <div className="shop-part">
      <FailureNote code={state.code} actions={<TryAgain onClick={soon} />} />
    </div>
  )
}
