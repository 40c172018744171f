import { useEffect, useState } from 'react'
import { operation, type Project } from 'shared'
import { api } from '../../api'
import { Button } from '../../ui/button'
import { engineName } from '../../ui/engine-name'
import { t, tn } from '../../ui/i18n'
import { operationName, operationsByName } from '../../ui/operation-name'
import { type Offer, SelectField } from '../../ui/select-field'
import { Tick } from '../../ui/tick'
import { choicesIn, everything, type Filter } from './filter'

const any = 'any'
const periods = [7, 30, 90] as const

/** What narrows the gallery; each choice acts at once. */
export function FilterFields({
  id,
  filter,
  projects,
  onFilter,
}: {
  id: string
  filter: Filter
  projects: Project[]
  onFilter: (filter: Filter) => void
}) {
  const engines = useEngineNames()
  const set = (change: Partial<Filter>) => onFilter({ ...filter, ...change })
  const chosenEngine: Offer[] =
    filter.engine === null || engines.includes(filter.engine) ? [] : [[filter.engine, engineName(filter.engine)]]
  return (
    <fieldset className="card stack" id={id} aria-label={t('gallery_filter')}>
      <div className="filter-fields">
        <SelectField
          label={t('filter_operation')}
          value={filter.operation ?? any}
          locked={false}
          offers={[[any, t('filter_any')], ...operationsByName.map((one): Offer => [one, operationName(one)])]}
          onChange={(value) => set({ operation: operation.safeParse(value).data ?? null })}
        />
        <SelectField
          label={t('engine_label')}
          value={filter.engine ?? any}
          locked={false}
          offers={[[any, t('filter_any')], ...engines.map((name): Offer => [name, engineName(name)]), ...chosenEngine]}
          onChange={(value) => set({ engine: value === any ? null : value })}
        />
        <SelectField
          label={t('filter_period')}
          value={String(filter.days ?? any)}
          locked={false}
          offers={[[any, t('filter_ever')], ...periods.map((days): Offer => [String(days), tn('filter_days', days)])]}
          onChange={(value) => set({ days: periods.find((days) => String(days) === value) ?? null })}
        />
        <SelectField
          label={t('project_title')}
          value={filter.project}
          locked={false}
          offers={[
            [any, t('filter_any')],
            ...projects.map((project): Offer => [project.id, project.name]),
            ['none', t('project_none')],
          ]}
          onChange={(project) => set({ project })}
        />
      </div>
      <Tick label={t('filter_favourites')} checked={filter.favourite} onChange={(favourite) => set({ favourite })} />
      <Tick label={t('filter_deleted')} checked={filter.deleted} onChange={(deleted) => set({ deleted })} />
      <div>
        <Button size="small" blocked={choicesIn(filter) === 0} onClick={() => onFilter({ ...everything, query: filter.query })}>
          {t('gallery_filter_clear')}
        </Button>
      </div>
    </fieldset>
  )
}

/** The server's engines; none while it is away, which takes the choice and nothing else. */
function useEngineNames(): string[] {
  const [names, setNames] = useState<string[]>([])
  useEffect(() => {
    api.engines().then(
      (offers) => setNames(offers.map(({ name }) => name)),
      (error: unknown) => console.info('Toile: engines not told', error),
    )
  }, [])
  return names
}
