import { monthsAfter } from '../../platform/months.ts'

/** From `start` up to, not including, `end`. */
export interface Span {
  start: Date
  end: Date
}

const dayMs = 86_400_000

/**
 * The month, counted from an anchor, that a moment lies in. Each is counted from the anchor itself and not from the month before
 * it, so that a short month shortens none after it: 31 Jan, 28 Feb, 31 Mar. In UTC, which knows no summer time.
 */
export function cycleOf(anchor: Date, now: Date): Span {
  const roughly = monthsBetween(anchor, now)
  const past = monthsAfter(anchor, roughly) > now ? roughly - 1 : roughly
  return { start: monthsAfter(anchor, past), end: monthsAfter(anchor, past + 1) }
}

/**
 * The cycles of credits of a paid period, oldest first: a month's period is one; a year's is cut into months, of which the
 * last ends exactly where the provider's period does.
 */
export function cyclesOf(period: Span, interval: 'month' | 'year', anchor: Date): Span[] {
  if (interval === 'month') return [{ ...period }]
  const starts = [period.start]
  for (let month = monthsBetween(anchor, period.start); ; month++) {
    const start = monthsAfter(anchor, month)
    // A provider may begin or end its periods somewhat beside the anchor: that makes no cycle of its own.
    if (start.getTime() > period.end.getTime() - dayMs) break
    if (start.getTime() >= period.start.getTime() + dayMs) starts.push(start)
  }
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? period.end }))
}

/** The cycle that runs; before the first one that, and after the last one the last. */
export function cycleAt(cycles: readonly Span[], now: Date): Span | undefined {
  return cycles.findLast(({ start }) => start <= now) ?? cycles[0]
}

/** Calendar months from one moment's month to another's. */
function monthsBetween(from: Date, to: Date): number {
  return (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth()
}
