import type { Forecast } from 'shared'
import { dateInSentence } from '../ui/dates'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** How far the credits go: images, and until when at the pace of the last days where there is one. */
export function ForecastSection({ forecast }: { forecast: Forecast | null }) {
  if (forecast === null || forecast.images === 0) return null
  const { reserve } = forecast
  return (
    <section className="section">
      <div className="row forecast">
        <Icon name="clock" />
        <div className="grow">
          <p className="strong">{howFar(forecast)}</p>
          {reserve > 0 && <p className="caption">{t('forecast_reserve', { reserve })}</p>}
        </div>
      </div>
    </section>
  )
}

/** “About 19 images left, at your pace until 4 December”. */
function howFar({ images, runsOutOn }: Forecast): string {
  if (runsOutOn === null) return tn('forecast', images)
  // A day without a time is the designer's own day, wherever they are.
  return tn('forecast_until', images, { date: dateInSentence(`${runsOutOn}T12:00:00`, new Date()) })
}
