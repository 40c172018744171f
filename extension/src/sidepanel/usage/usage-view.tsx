import { useState } from 'react'
import { saveCreditsTable } from '../../account/save-credits-table'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { number, t, tn } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { TryAgain } from '../../ui/try-again'
import { useAttempt } from '../../ui/use-attempt'
import { DayChart } from './day-chart'
import { ForecastCard } from './forecast-card'
import { UsageByOperation } from './usage-by-operation'
import { UsageByProject } from './usage-by-project'
import { UsageTable } from './usage-table'
import { useUsage } from './use-usage'

const periods = [14, 30, 90]

/** Where the credits went: by day, by project and by operation, and how far those that are left go. */
export function UsageView({ onEditBudgets }: { onEditBudgets: () => void }) {
  const [days, setDays] = useState(14)
  const [asTable, setAsTable] = useState(false)
  const { read, failed, again } = useUsage(days)
  const exporting = useAttempt()
  return (
    <div className="panel-body panel-sections">
      {failed !== null && <FailureNote code={failed} actions={<TryAgain onClick={again} />} />}
      {read === null ? (
        failed === null && <div className="usage-waiting" aria-hidden="true" />
      ) : (
        <>
          <section className="usage-total">
            <span className="usage-number">{number(read.usage.used)}</span>
            <p className="caption grow">{totalWords(read.usage)}</p>
            <label className="select usage-period">
              <span className="unseen">{t('filter_period')}</span>
              <select className="field strong" value={days} onChange={(event) => setDays(Number(event.target.value))}>
                {periods.map((one) => (
                  <option key={one} value={one}>
                    {tn('usage_days', one)}
                  </option>
                ))}
              </select>
              <Icon name="down" />
            </label>
          </section>
          <section>
            <h2 className="label">{t('usage_by_day')}</h2>
            <DayChart days={read.usage.byDay} />
          </section>
          <ForecastCard forecast={read.forecast} />
          <UsageByProject read={read} onEditBudgets={onEditBudgets} />
          <UsageByOperation usage={read.usage} />
          <div className="row usage-actions">
            <Button aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'usage_hide_table' : 'usage_as_table')}
            </Button>
            <Button onClick={() => exporting.attempt(saveCreditsTable)}>{t('usage_export')}</Button>
          </div>
          {exporting.failed !== null && <FailureNote code={exporting.failed} />}
          {asTable && <UsageTable usage={read.usage} />}
        </>
      )}
    </div>
  )
}

/** “credits used in the last 14 days, 1 returned”: the number stands before it in large. */
function totalWords({ used, returned, byDay }: { used: number; returned: number; byDay: unknown[] }): string {
  const words = { days: byDay.length, returned }
  return returned === 0 ? tn('usage_total', used, words) : tn('usage_total_returned', used, words)
}
