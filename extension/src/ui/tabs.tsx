import type { ReactNode } from 'react'
import { useTabKeys } from './use-tab-keys'

/**
 * What to look at: one of a few views. The arrow keys go from one to the next. The view `x` is a `TabPanel`, or a `tabpanel` of
 * id `view-x` that is labelled by `tab-x`.
 */
export function Tabs<View extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  label: string
  tabs: { view: View; name: string }[]
  chosen: View
  onChoose: (view: View) => void
}) {
  const views = tabs.map(({ view }) => view)
  const keys = useTabKeys(views, { chosen, onChoose })
  return (
    <div className="segments" role="tablist" aria-label={label} {...keys}>
      {tabs.map(({ view, name }) => (
        <button
          key={view}
          type="button"
          className="segment"
          role="tab"
          id={`tab-${view}`}
          aria-selected={view === chosen}
          aria-controls={view === chosen ? `view-${view}` : undefined}
          tabIndex={view === chosen ? 0 : -1}
          onClick={() => onChoose(view)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** What a tab shows while it is chosen. */
export function TabPanel({ view, className, children }: { view: string; className?: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`view-${view}`} aria-labelledby={`tab-${view}`} className={className}>
      {children}
    </div>
  )
}
