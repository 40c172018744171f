import type { Project } from 'shared'
import { t, tn } from '../ui/i18n'

type Budgeted = Pick<Project, 'budget' | 'used' | 'left'>

/** From this share of the budget on, what is left is said in the colour of warnings: the server tells of it at the same. */
const nearlyUsedUp = 0.8

/** Whether little or nothing is left. */
export function isNearlyUsedUp({ budget, used }: Budgeted): boolean {
  return budget !== null && used >= budget * nearlyUsedUp
}

/** “24 of 60 credits used”, with what is left where that is little; without a budget what was used. */
export function budgetWords(project: Budgeted): string {
  const { budget, used, left } = project
  if (budget === null || left === null) return tn('credits_used', used)
  if (left === 0) return tn('budget_used_up', budget, { used })
  return isNearlyUsedUp(project) ? tn('budget_nearly', budget, { used, left }) : tn('budget_used', budget, { used })
}

/** “36 left”; empty without a budget. */
export function leftWords({ left }: Pick<Project, 'left'>): string {
  return left === null ? '' : tn('credits_left', left)
}

/** The project's name with what its budget leaves: “Resort 27 · 36 left”. */
export function namedWithLeft(project: Pick<Project, 'name' | 'left'> | null): string {
  if (project === null) return t('project_none')
  return project.left === null ? project.name : tn('project_with_left', project.left, { name: project.name })
}
