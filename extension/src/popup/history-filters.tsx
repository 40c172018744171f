import type { HistoryKind } from 'shared'
import { useProjects } from '../projects/use-projects'
import { type MessageKey, t } from '../ui/i18n'
import { SelectField } from '../ui/select-field'
import type { HistoryFilter } from './use-history'

const kinds: [HistoryKind | null, MessageKey][] = [
  [null, 'history_all'],
  ['used', 'history_used'],
  ['bought', 'history_bought'],
  ['returned', 'history_returned_only'],
  ['expired', 'history_expired_only'],
]

/** What of the history is shown: a kind of movement, and one project's where there are any. */
export function HistoryFilters({ filter, onFilter }: { filter: HistoryFilter; onFilter: (filter: HistoryFilter) => void }) {
  const projects = useProjects().list ?? []
  return (
    <div className="stack history-filters">
      <fieldset className="segments">
        <legend className="unseen">{t('history_kinds')}</legend>
        {kinds.map(([kind, name]) => (
          <label key={name} className="segment">
            <input
              type="radio"
              name="history-kind"
              checked={filter.kind === kind}
              onChange={() => onFilter({ ...filter, kind })}
            />
            {t(name)}
          </label>
        ))}
      </fieldset>
      {projects.length > 0 && (
        <SelectField
          label={t('project_title')}
          value={filter.projectId ?? ''}
          locked={false}
          offers={[['', t('history_every_project')], ...projects.map(({ id, name }): [string, string] => [id, name])]}
          onChange={(id) => onFilter({ ...filter, projectId: id === '' ? null : id })}
        />
      )}
    </div>
  )
}
