import { useEffect, useId, useState } from 'react'
import { maxSearchLength, type Project } from 'shared'
import { Button, IconButton } from '../../ui/button'
import { t } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { choicesIn, type Filter } from './filter'
import { FilterFields } from './filter-fields'

const pauseMs = 250

/** What to look for, and what to leave out. The search follows the typing after a short pause. */
export function SearchBar({
  filter,
  projects,
  onFilter,
}: {
  filter: Filter
  projects: Project[]
  onFilter: (filter: Filter) => void
}) {
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const choices = choicesIn(filter)
  return (
    <search className="gallery-search">
      <div className="row">
        <SearchField query={filter.query} onQuery={(query) => onFilter({ ...filter, query })} />
        <Button aria-expanded={open} aria-controls={open ? panelId : undefined} onClick={() => setOpen(!open)}>
          {choices === 0 ? t('gallery_filter') : t('gallery_filter_count', { count: choices })}
        </Button>
      </div>
      {open && <FilterFields id={panelId} filter={filter} projects={projects} onFilter={onFilter} />}
    </search>
  )
}

function SearchField({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const [typed, setTyped] = useState(query)
  // Cleared from outside, as by "Show the whole gallery".
  useEffect(() => setTyped(query), [query])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed is a reason to search.
  useEffect(() => {
    if (typed === query) return
    const timer = setTimeout(() => onQuery(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="search-field grow">
      <Icon name="search" />
      <input
        className="field"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={t('gallery_search')}
        placeholder={t('gallery_search')}
        maxLength={maxSearchLength}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onQuery(typed)
          if (event.key === 'Escape') setTyped('')
        }}
      />
      {typed !== '' && (
        <IconButton
          icon="close"
          name={t('gallery_search_clear')}
          onClick={(event) => {
            setTyped('')
            onQuery('')
            event.currentTarget.parentElement?.querySelector('input')?.focus()
          }}
        />
      )}
    </div>
  )
}
