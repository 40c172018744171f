import { useId, useState } from 'react'
import { type HistoryKind, operation } from 'shared'
import { useProjects } from '../projects/use-projects'
import { Button } from '../ui/button'
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

interface Filters {
  filter: HistoryFilter
  onFilter: (filter: HistoryFilter) => void
}

/** What of the history is shown: a kind of movement; and on demand those of an operation, of a period, of a project. */
export function HistoryFilters({ filter, onFilter }: Filters) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const choices = [filter.operation, filter.days, filter.projectId].filter((choice) => choice !== null).length
  return (
    <div className="stack">
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
      <div className="row history-more">
        <Button
          look="ghost"
          size="small"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {choices === 0 ? t('gallery_filter') : t('gallery_filter_count', { count: choices })}
        </Button>
      </div>
      {open && <Choices id={id} filter={filter} onFilter={onFilter} />}
    </div>
  )
}

function Choices({ id, filter, onFilter }: Filters & { id: string }) {
  const projects = useProjects().list ?? []
  return (
    <fieldset className="history-choices" id={id} aria-label={t('gallery_filter')}>
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
          offers={[[any, t('history_every_project')], ...projects.map(({ id: one, name }): Offer => [one, name])]}
          onChange={(one) => onFilter({ ...filter, projectId: one === any ? null : one })}
        />
      )}
    </fieldset>
  )
}
