import type { Project } from 'shared'
import { isNearlyUsedUp } from './budget-words'
import './projects.css'

/** How much of a budget is used, as a thin line; the words stand beside it, so it is a drawing only. Nothing without a budget. */
export function BudgetBar({ project }: { project: Pick<Project, 'budget' | 'used' | 'left'> }) {
  const { budget, used } = project
  if (budget === null) return null
  const share = budget === 0 ? 1 : Math.min(1, used / budget)
  return (
    <div className={isNearlyUsedUp(project) ? 'budget-bar budget-bar-warn' : 'budget-bar'} aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </div>
  )
}
