import type { Wish } from '../overlay-session'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useFree } from '../ui/use-free'
import { useTabKeys } from '../ui/use-tab-keys'
import { operations as tabs } from './operations'

const names = tabs.map(({ operation }) => operation)

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
  const keys = useTabKeys(names, { chosen, onChoose, rows: true })
  const isFree = useFree()
  return (
    <div className="tabs" role="tablist" aria-label={t('tabs_label')} {...(locked ? {} : keys)}>
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
