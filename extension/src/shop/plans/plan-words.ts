import type { Plan, PlanChangePreview, PlanStanding } from 'shared'
import { date } from '../../ui/dates'
import { t, tn } from '../../ui/i18n'
import { price } from '../../ui/money'
import { beside } from './beside'

/** “€9.60 a month”, “€96 a year”. */
export function planPrice({ price: paid, interval }: Plan): string {
  return t(interval === 'month' ? 'plan_price_month' : 'plan_price_year', { price: price(paid) })
}

/** Of a plan that is paid for a year: what that comes to a month. */
export function pricePerMonth({ price: { amount, currency }, interval }: Plan): string[] {
  if (interval === 'month') return []
  return [t('plan_price_month', { price: price({ amount: Math.round(amount / 12), currency }) })]
}

/** Credits and what is paid for them over the same time. */
export function creditsPaid({ credits, interval, price: paid }: Plan): { credits: number; price: Plan['price'] } {
  return { credits: interval === 'month' ? credits : credits * 12, price: paid }
}

/** What taking it would do, or that it is one's own: “your plan, resets 8 Dec”. Nothing where that is not known. */
export function besideWords(
  plan: Plan,
  current: PlanStanding | null,
  preview: PlanChangePreview | undefined,
  now: Date,
): string[] {
  if (current === null) return []
  switch (beside(plan, current)) {
    case 'yours':
      return [ownWords(current, now)]
    case 'next':
      return [t('plan_from', { date: date(current.paidUntil, now) })]
    case 'larger':
      if (current.state !== 'active') return []
      if (preview === undefined) return [t('plan_at_once')]
      return [tn('plan_at_once_pay', preview.credits, { price: price(preview.charge) })]
    case 'smaller':
      return current.state === 'active' ? [whenItRenews(current)] : []
    default:
      return []
  }
}

/** Of a year's plan that is not at the next reset of its credits. */
function whenItRenews({ plan: { interval } }: PlanStanding): string {
  return t(interval === 'month' ? 'plan_at_reset' : 'plan_at_year_end')
}

function ownWords({ state, cycle, paidUntil }: PlanStanding, now: Date): string {
  if (state === 'past_due' || state === 'unpaid') return t('plan_yours_unpaid')
  if (state === 'ending') return t('plan_yours_ends', { date: date(paidUntil, now) })
  return t('plan_yours', { date: date(cycle.end, now) })
}
