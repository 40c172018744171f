import type { KnownPeriod } from './cycle-lots.ts'
import { graceEnd } from './periods.ts'

/** How often a provider is asked that has not begun its next period yet, in ms. */
const lateMs = 60_000

/**
 * When time alone will have changed something of a plan: its next cycle, the end of a grace, the end of its period. Null where
 * nothing will.
 */
export function nextLook(
  facts: { state: string; endedAt: Date | null; period: { end: Date } },
  periods: readonly KnownPeriod[],
  now: Date,
): Date | null {
  const graces = periods.filter(({ standing }) => standing === 'awaited').map((period) => graceEnd(period, period.terms))
  if (facts.state === 'ended') return earliest(graces, now)
  const starts = periods.flatMap(({ cycles }) => cycles.map(({ start }) => start))
  const late = facts.period.end <= now ? [new Date(now.getTime() + lateMs)] : []
  return earliest([...graces, ...starts, facts.period.end, ...late], now)
}

function earliest(moments: Date[], now: Date): Date | null {
  const ahead = moments.filter((moment) => moment > now).map((moment) => moment.getTime())
  return ahead.length === 0 ? null : new Date(Math.min(...ahead))
}
