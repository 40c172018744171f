import { BudgetBar } from '../projects/budget-bar'
import { budgetWords } from '../projects/budget-words'
import { ProjectMenu } from '../projects/project-menu'
import { useProjects } from '../projects/use-projects'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** The project that new images are made for, with its budget, and the way to another. */
export function ProjectRow() {
  const projects = useProjects()
  const { current } = projects
  if (current === undefined) return <section className="section project-row" />
  return (
    <section className="section project-row">
      <div className="row">
        <Icon name="folder" />
        <p className="grow">
          <span className="strong">{current?.name ?? t('project_none')}</span>{' '}
          {current !== null && <span className="caption">{budgetWords(current)}</span>}
        </p>
        <ProjectMenu projects={projects} look="change" align="end" />
      </div>
      {current !== null && <BudgetBar project={current} />}
    </section>
  )
}
