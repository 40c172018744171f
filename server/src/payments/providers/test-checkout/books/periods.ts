import { monthsAfter } from '../../../../platform/months.ts'

export interface Period {
  start: Date
  end: Date
}

const monthsOf: Record<string, number> = { month: 1, year: 12 }

/** The first period of what began at `anchor`. */
export function firstPeriod(anchor: Date, interval: string): Period {
  return { start: anchor, end: monthsAfter(anchor, monthsOf[interval] ?? 1) }
}

/** The period that begins at `start`, an end of one before; counted from the anchor, so that 31 Jan leads over 28 Feb to 31 Mar. */
export function periodFrom(anchor: Date, interval: string, start: Date): Period {
  const years = start.getUTCFullYear() - anchor.getUTCFullYear()
  const months = 12 * years + start.getUTCMonth() - anchor.getUTCMonth()
  return { start, end: monthsAfter(anchor, months + (monthsOf[interval] ?? 1)) }
}
