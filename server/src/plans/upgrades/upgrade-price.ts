import type { Plan, PlanChangePreview } from 'shared'
import type { Span } from '../cycles/cycles.ts'

/**
 * What going over to another plan does. A larger one counts at once: the difference in price is charged, of a yearly plan for
 * the months that are left with the running one, rounded down to the cent, and the difference of the running cycle's credits
 * is granted. Everything else counts from the next payment, and costs nothing now.
 * @param cycles of the period that runs
 */
export function changeOf(
  from: Plan,
  to: Plan,
  { cycles, now, periodEnd }: { cycles: readonly Span[]; now: Date; periodEnd: Date },
): PlanChangePreview {
  const { currency } = to.price
  const left = cycles.filter(({ end }) => end > now).length
  const dearer = to.price.amount - from.price.amount
  const amount = Math.floor((dearer * left) / cycles.length)
  if (to.credits > from.credits && amount > 0) {
    return { when: 'now', charge: { amount, currency }, credits: to.credits - from.credits, at: now.toISOString() }
  }
  return { when: 'at-end', charge: { amount: 0, currency }, credits: 0, at: periodEnd.toISOString() }
}
