import { useRef, useState } from 'react'
import { date, daysUntil } from '../ui/dates'
import { t } from '../ui/i18n'
import { ListEnd } from '../ui/list-end'
import { useFocusKept } from '../ui/use-focus-kept'
import { ExportHistory } from './export-history'
import { HistoryFilters } from './history-filters'
import { Line } from './history-line'
import { type HistoryLine, historyLines, wholeLines } from './history-lines'
import { allMovements, type HistoryFilter, useHistory } from './use-history'

/** Where the credits went: newest first, by day. */
export function CreditsHistory() {
  const [filter, setFilter] = useState(allMovements)
  const { state, more } = useHistory(filter)
  const place = useRef<HTMLDivElement>(null)
  // A note that goes takes its button along.
  useFocusKept(() => place.current?.querySelector('input:checked') ?? null, state.at)
  const read = historyLines(state.entries)
  // Of a generation a filter shows some movements only: what it held is none of them, and so no line is ever whole.
  const lines = state.nextCursor === null || filter.kind !== null ? read : wholeLines(read)
  return (
    <div className="stack" ref={place}>
      <HistoryFilters filter={filter} onFilter={setFilter} />
      {byDay(lines, new Date()).map(({ day, lines: ofDay }) => (
        <section key={day}>
          <h2 className="label">{day}</h2>
          <ul>
            {ofDay.map((line) => (
              <Line
                key={line.key}
                line={line}
                generation={line.kind === 'generation' ? state.generations.get(line.reference) : undefined}
              />
            ))}
          </ul>
        </section>
      ))}
      <ListEnd state={state} none={lines.length === 0 ? nothingIn(filter) : null} more={more} />
      <ExportHistory />
    </div>
  )
}

function nothingIn(filter: HistoryFilter): string {
  return t(Object.values(filter).every((choice) => choice === null) ? 'history_none' : 'history_none_such')
}

function dayName(at: string, now: Date): string {
  const days = daysUntil(at, now)
  if (days >= 0) return t('today')
  return days === -1 ? t('yesterday') : date(at, now)
}

interface Day {
  day: string
  lines: HistoryLine[]
}

function byDay(lines: HistoryLine[], now: Date): Day[] {
  const days: Day[] = []
  for (const line of lines) {
    const day = dayName(line.at, now)
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, lines: [line] })
  }
  return days
}
