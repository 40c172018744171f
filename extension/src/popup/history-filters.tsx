import { type HistoryKind, operation } from 'shared'
import { useProjects } from '../projects/use-projects'
import { type MessageKey, t, tn } from '../ui/i18n'
import { operationName, operationsByName } from '../ui/operation-name'
import { type Offer, SelectField } from '../ui/select-field'
import type { HistoryFilter } from './use-history'

const kinds: [HistoryKind | null, MessageKey][] = [
  [null, 'history_all'],
  ['used', 'history_used'],
  ['bought', 'history_bought'],
  ['returned', 'history_returned_only'],
  ['expired', 'history_expired_only'],
]

const periods = [7, 30, 90]
const any = ''

/** What of the history is shown: a kind of movement, those of an operation, of the last days, and one project's where there are any. */
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
      <div className="history-choices">
        <SelectField
          label={t('filter_operation')}
          value={filter.operation ?? any}
          locked={false}
          offers={[[any, t('filter_any')], ...operationsByName.map((one): Offer => [one, operationName(one)])]}
          onChange={(value) => onFilter({ ...filter, operation: operation.safeParse(value).data ?? null })}
        />
        <SelectField
          label={t('filter_period')}
          value={String(filter.days ?? any)}
          locked={false}
          offers={[[any, t('filter_ever')], ...periods.map((days): Offer => [String(days), tn('filter_days', days)])]}
          onChange={(value) => onFilter({ ...filter, days: value === any ? null : Number(value) })}
        />
        {projects.length > 0 && (
          <SelectField
            label={t('project_title')}
            value={filter.projectId ?? any}
            locked={false}
            offers={[[any, t('history_every_project')], ...projects.map(({ id, name }): Offer => [id, name])]}
            onChange={(id) => onFilter({ ...filter, projectId: id === any ? null : id })}
          />
        )}
      </div>
    </div>
  )
}
