import { type KeyboardEvent, useRef } from 'react'
import type { Wish } from '../overlay-session'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useFree } from '../ui/use-free'
import { operations as tabs } from './operations'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** What to do: one tab an operation. The arrow keys go from tab to tab. */
export function OperationTabs({
  chosen,
  locked = false,
  onChoose,
}: {
  chosen: Wish['operation']
  locked?: boolean
  onChoose: (operation: Wish['operation']) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const isFree = useFree()
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = tabs.findIndex(({ operation }) => operation === chosen)
    const next = (at + step + tabs.length) % tabs.length
    const tab = tabs[next]
    if (tab === undefined || locked) return
    onChoose(tab.operation)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={t('tabs_label')} ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ operation, icon, name }) => (
        <button
          key={operation}
          type="button"
          className="tab"
          role="tab"
          id={`tab-${operation}`}
          aria-selected={operation === chosen}
          aria-controls="operation-panel"
          tabIndex={operation === chosen ? 0 : -1}
          aria-disabled={locked || undefined}
          onClick={() => !locked && onChoose(operation)}
        >
          <Icon name={icon} />
          <span>{t(name)}</span>
          {isFree(operation) && <small>{t('free')}</small>}
        </button>
      ))}
    </div>
  )
}
