import { type KeyboardEvent, useRef } from 'react'
import { type MessageKey, t } from '../ui/i18n'

export type PanelView = 'gallery' | 'projects' | 'usage'

const views: { view: PanelView; name: MessageKey }[] = [
  { view: 'gallery', name: 'gallery_title' },
  { view: 'projects', name: 'gallery_projects' },
  { view: 'usage', name: 'gallery_usage' },
]
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** What to look at. The arrow keys go from one to the next. */
export function ViewTabs({ chosen, onChoose }: { chosen: PanelView; onChoose: (view: PanelView) => void }) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (views.findIndex(({ view }) => view === chosen) + step + views.length) % views.length
    const tab = views[next]
    if (tab === undefined) return
    onChoose(tab.view)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div className="segments panel-tabs" role="tablist" aria-label={t('panel_views')} ref={list} onKeyDown={onKeyDown}>
      {views.map(({ view, name }) => (
        <button
          key={view}
          type="button"
          className="segment"
          role="tab"
          id={`tab-${view}`}
          aria-selected={view === chosen}
          aria-controls={`view-${view}`}
          tabIndex={view === chosen ? 0 : -1}
          onClick={() => onChoose(view)}
        >
          {t(name)}
        </button>
      ))}
    </div>
  )
}
