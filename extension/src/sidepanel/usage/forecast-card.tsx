import type { Forecast } from 'shared'
import { t, tn, toTenth } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { date } from './day-names'

/** How far the credits go, and at what pace that is. */
export function ForecastCard({ forecast }: { forecast: Forecast }) {
  const { images, runsOutOn, perDay, reserve } = forecast
  const how = runsOutOn === null ? tn('forecast', images) : tn('forecast_until', images, { date: date(runsOutOn) })
  const pace = perDay === null ? '' : tn('forecast_pace', toTenth(perDay))
  const kept = reserve > 0 ? t('forecast_reserve', { reserve }) : ''
  return (
    <section className="note usage-forecast">
      <Icon name="clock" />
      <div>
        <b className="strong">{how}</b>
        {(pace !== '' || kept !== '') && <p className="caption">{[pace, kept].filter(Boolean).join(' ')}</p>}
      </div>
    </section>
  )
}
