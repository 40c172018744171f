import type { Usage } from 'shared'
import { number, t } from '../../ui/i18n'
import { date } from './day-names'

/** The chart's figures as a table, newest first. */
export function UsageTable({ usage: { byDay } }: { usage: Usage }) {
  return (
    <table className="usage-table">
      <caption className="unseen">{t('usage_by_day')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('usage_day')}</th>
          <th scope="col">{t('usage_used')}</th>
          <th scope="col">{t('usage_returned')}</th>
        </tr>
      </thead>
      <tbody>
        {byDay.toReversed().map(({ day, used, returned }) => (
          <tr key={day}>
            <th scope="row">{date(day)}</th>
            <td>{number(used)}</td>
            <td>{number(returned)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
