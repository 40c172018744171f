import { BudgetBar } from '../../projects/budget-bar'
import { isNearlyUsedUp } from '../../projects/budget-words'
import { Button } from '../../ui/button'
import { t, tn } from '../../ui/i18n'
import type { UsageRead } from './use-usage'

/** What each project used of its budget, since it began. */
export function UsageByProject({
  read: { projects, withoutProject },
  onEditBudgets,
}: {
  read: UsageRead
  onEditBudgets: () => void
}) {
  return (
    <section className="stack usage-projects">
      <div className="row">
        <h2 className="label grow">{t('usage_by_project')}</h2>
        <Button look="ghost" size="small" onClick={onEditBudgets}>
          {t('usage_edit_budgets')}
        </Button>
      </div>
      <ul className="usage-lines">
        {projects.map((project) => (
          <li key={project.id} className="usage-line">
            <span className="usage-line-name">{project.name}</span>
            <span className={isNearlyUsedUp(project) ? 'strong warn-text' : 'caption'}>
              {project.budget === null
                ? tn('usage_no_budget', project.used)
                : t('usage_of_budget', { used: project.used, budget: project.budget })}
            </span>
            <BudgetBar project={project} />
          </li>
        ))}
        <li className="usage-line">
          <span>{t('project_none')}</span>
          <span className="caption">{tn('usage_of_year', withoutProject)}</span>
        </li>
      </ul>
      {projects.length > 0 && <p className="caption">{t('usage_budget_note')}</p>}
    </section>
  )
}
