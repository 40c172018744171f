import { useId, useState } from 'react'
import type { Forecast } from 'shared'
import { dateInSentence } from '../ui/dates'
import { t, tn, toTenth } from '../ui/i18n'
import { Icon } from '../ui/icon'

/** How far the credits go: images, and until when at the pace of the last days where there is one; and how that is counted. */
export function ForecastSection({ forecast }: { forecast: Forecast | null }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (forecast === null || forecast.images === 0) return null
  const { reserve } = forecast
  return (
    <section className="section">
      <div className="row forecast">
        <Icon name="clock" />
        <div className="grow">
          <p className="strong">{howFar(forecast)}</p>
          <p className="caption">
            {reserve > 0 && `${t('forecast_reserve', { reserve })} `}
            <button
              type="button"
              className="link"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              {t('forecast_how')}
            </button>
          </p>
          {open && (
            <div className="caption forecast-how" id={id}>
              <p>{tn('forecast_how_images', forecast.creditsEach, { credits: forecast.credits })}</p>
              <p>
                {forecast.perDay === null
                  ? tn('forecast_how_no_pace', forecast.daysOfUse)
                  : tn('forecast_how_pace', toTenth(forecast.perDay))}
              </p>
              {forecast.lapsing !== null && forecast.lapsing > 0 && <p>{tn('forecast_how_lapsing', forecast.lapsing)}</p>}
            </div>
          )}
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
