import type { ErrorDetails } from 'shared'
import type { Plans } from './use-plans'

/** What an account without access may subscribe to: the plans that bring it. Its own plan stays in sight. */
export function withAccess(plans: Plans, barred: ErrorDetails | null): Plans {
  const { state } = plans
  if (barred === null || state.at !== 'known') return plans
  const ways = state.list.plans.filter(({ id }) => barred.plans?.includes(id))
  return { ...plans, state: { ...state, list: { ...state.list, plans: ways } } }
}

/** Whether there is a plan to take, or one to look after or to know of. */
export function hasPlans({ state }: Plans): boolean {
  if (state.at !== 'known') return false
  const { plans, current, former } = state.list
  return plans.length > 0 || current !== null || former !== null
}

/** Whether there is pay-as-you-go to look after. */
export function hasMetered({ state }: Plans): boolean {
  return state.at === 'known' && state.list.metered !== null && state.list.metered.standing.state !== 'off'
}
