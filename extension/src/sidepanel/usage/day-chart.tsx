import type { Usage } from 'shared'
import { listed, number, t, tn } from '../../ui/i18n'
import { date, monthDay } from './day-names'

type Day = Usage['byDay'][number]

const height = 136
const top = 18
const floor = 116
/** Up to so many bars there is room for each one's number. */
const numbered = 14
/** No more days than this are named below the line. */
const namedDays = 14

/**
 * Credits used by day, as bars; today is woven, because the day is not over. A drawing with all its figures in its name: the
 * table beside it says the same.
 */
export function DayChart({ days }: { days: Day[] }) {
  const most = Math.max(1, ...days.map(({ used }) => used))
  const width = 100 / days.length
  const every = Math.ceil(days.length / namedDays)
  return (
    <svg className="day-chart" width="100%" height={height} role="img" aria-label={chartWords(days)}>
      <defs>
        <pattern id="today-weave" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className="day-bar" />
          <rect width="2" height="6" className="day-weave" />
        </pattern>
      </defs>
      {days.map(({ day, used }, at) => {
        const tall = (used / most) * (floor - top)
        const isToday = at === days.length - 1
        const middle = `${(at + 0.5) * width}%`
        return (
          <g key={day}>
            {used > 0 && (
              <rect
                x={`${at * width + width * 0.07}%`}
                y={floor - tall}
                width={`${width * 0.86}%`}
                height={tall}
                rx="2"
                className={isToday ? undefined : 'day-bar'}
                fill={isToday ? 'url(#today-weave)' : undefined}
              />
            )}
            {used > 0 && days.length <= numbered && (
              <text x={middle} y={floor - tall - 4} className="day-number">
                {number(used)}
              </text>
            )}
            {(days.length - 1 - at) % every === 0 && (
              <text x={middle} y={height - 5} className="day-name">
                {monthDay(day)}
              </text>
            )}
          </g>
        )
      })}
      <line x1="0" x2="100%" y1={floor + 0.5} y2={floor + 0.5} className="day-line" />
    </svg>
  )
}

/** “Credits used by day, 9 November to 22 November: 9 November 2, …”; days without use are left out. */
function chartWords(days: Day[]): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return t('usage_by_day')
  const used = days.filter((day) => day.used > 0).map((day) => tn('usage_day_credits', day.used, { day: date(day.day) }))
  const words = { from: date(first.day), to: date(last.day) }
  return used.length === 0 ? t('usage_chart_none', words) : t('usage_chart', { ...words, days: listed(used) })
}
