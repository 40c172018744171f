import { operation, type Usage } from 'shared'
import { t, tn } from '../../ui/i18n'
import { operationName } from '../../ui/operation-name'

/** What was used for each operation in these days, the most first. */
export function UsageByOperation({ usage: { byOperation } }: { usage: Usage }) {
  const used = byOperation.filter((one) => one.used > 0)
  const most = Math.max(1, ...used.map((one) => one.used))
  if (used.length === 0) return null
  return (
    <section className="stack">
      <h2 className="label">{t('usage_by_operation')}</h2>
      <ul className="usage-lines">
        {used.map((one) => (
          <li key={one.operation} className="usage-line">
            <span>{nameOf(one.operation)}</span>
            <span className="caption">{tn('credits_used', one.used)}</span>
            <div className="budget-bar" aria-hidden="true">
              <i style={{ width: `${(one.used / most) * 100}%` }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** An operation of a newer server has no name here. */
function nameOf(name: string): string {
  const known = operation.safeParse(name)
  return known.success ? operationName(known.data) : t('history_other')
}
