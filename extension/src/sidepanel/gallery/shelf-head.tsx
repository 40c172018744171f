import { BudgetBar } from '../../projects/budget-bar'
import { budgetWords, isNearlyUsedUp } from '../../projects/budget-words'
import { t, tn } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import type { Shelf } from './shelves'

/** Whose images follow, with what they used of the budget; a click folds them away. */
export function ShelfHead({
  shelf,
  reachable,
  onFold,
  onFocus,
}: {
  shelf: Shelf
  reachable: boolean
  onFold: () => void
  onFocus: () => void
}) {
  const { project, total, folded } = shelf
  const name = project?.name ?? t('project_none')
  return (
    <div className="shelf-head">
      <h2 className="shelf-title">
        <button
          type="button"
          className="shelf-fold"
          data-focus={`head ${shelf.key}`}
          tabIndex={reachable ? 0 : -1}
          aria-expanded={!folded}
          onClick={onFold}
          onFocus={onFocus}
        >
          <span className="title shelf-name">{name}</span>
          {project !== null && project.archivedAt !== null && <span className="caption">{t('project_archived')}</span>}
          <span className={folded ? 'shelf-arrow' : 'shelf-arrow shelf-arrow-open'}>
            <Icon name="down" />
          </span>
        </button>
      </h2>
      <div className="row caption">
        <span className={project !== null && isNearlyUsedUp(project) ? 'grow strong warn-text' : 'grow'}>
          {project !== null && budgetWords(project)}
        </span>
        {total !== null && <span>{tn('images', total)}</span>}
      </div>
      {project !== null && <BudgetBar project={project} />}
    </div>
  )
}
