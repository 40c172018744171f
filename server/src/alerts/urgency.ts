import type { Alert } from '../../generated/sqlite/client.ts'

type Known = Pick<Alert, 'kind' | 'subject' | 'level'>

/** Two warnings of a low balance, or two shares of one budget, say the same to a designer. */
export function aboutTheSame(a: Known, b: Known): boolean {
  return thingOf(a) === thingOf(b)
}

function thingOf({ kind, subject }: Known): string {
  return kind === 'low' ? 'low' : `${kind} ${subject}`
}

/**
 * Of alerts about the same thing, only the most urgent one: the nearest end of a lot, the larger share of a budget or a cap,
 * the warning by credits before the one by percent. The order stays.
 */
export function mostUrgent<Row extends Known>(open: readonly Row[]): Row[] {
  const first = new Map<string, Row>()
  for (const alert of open) {
    const other = first.get(thingOf(alert))
    if (other === undefined || isMoreUrgent(alert, other)) first.set(thingOf(alert), alert)
  }
  return open.filter((alert) => first.get(thingOf(alert)) === alert)
}

function isMoreUrgent(a: Known, b: Known): boolean {
  if (a.kind === 'low') return a.subject === 'credits' && b.subject !== 'credits'
  return a.kind === 'expiring' ? a.level < b.level : a.level > b.level
}
