import type { Alert, AlertDetails, Balance, Lot } from 'shared'
import { dateInSentence, daysUntil } from './dates'
import { type CountedKey, t, tn } from './i18n'
import { lotName } from './lot-words'
import { price } from './money'
import type { NoteLook } from './note'

/** One thing to know before it is too late. */
export interface Notice {
  /** The alert that the designer can say they have seen. */
  alertId: string
  look: NoteLook
  title: string
  text: string
}

type Of<Kind extends AlertDetails['kind']> = Extract<AlertDetails, { kind: Kind }>

/** What the server raised and nobody has seen yet, in the wallet's figures of now. A low balance has a note of its own. */
export function noticesOf(alerts: Alert[], lots: Lot[], balance: Balance, now: Date): Notice[] {
  return alerts.flatMap(({ id, details, projectName, resolvedAt, acknowledgedAt }) => {
    if (resolvedAt !== null || acknowledgedAt !== null || details.kind === 'low') return []
    const words = wordsOf(details, { lots, balance, projectName, now })
    return words === null ? [] : [{ alertId: id, ...words }]
  })
}

interface Known {
  lots: Lot[]
  balance: Balance
  projectName: string | null
  now: Date
}

function wordsOf(details: Exclude<AlertDetails, Of<'low'>>, known: Known): Omit<Notice, 'alertId'> | null {
  if (details.kind === 'expiring') return endingWords(details, known)
  if (details.kind === 'metered') return meteredWords(details, known.balance)
  if (details.kind === 'renewal') return renewalWords(details, known.now)
  return budgetWords(details, known.projectName ?? t('alert_project_unnamed'))
}

/** Nothing is lost of a lot of which nothing is left. */
function endingWords({ lotId }: Of<'expiring'>, { lots, now }: Known): Omit<Notice, 'alertId'> | null {
  const lot = lots.find(({ id }) => id === lotId)
  if (lot === undefined || lot.available === 0) return null
  const title = endingTitle(lot, lot.available, now)
  // Lots come in the order in which they are used.
  return { look: 'expiring', title, text: lots[0] === lot ? t('ending_used_first') : '' }
}

/** “3 credits from Trial expire tomorrow.” */
export function endingTitle(lot: Pick<Lot, 'kind' | 'label' | 'expiresAt'>, credits: number, now: Date): string {
  return tn(endingKey(lot.expiresAt, now), credits, { lot: lotName(lot), date: dateInSentence(lot.expiresAt, now) })
}

function endingKey(expiresAt: string, now: Date): CountedKey {
  const days = daysUntil(expiresAt, now)
  if (days <= 0) return 'ending_today'
  return days === 1 ? 'ending_tomorrow' : 'ending_on'
}

function meteredWords({ used, cap }: Of<'metered'>, { metered }: Balance): Omit<Notice, 'alertId'> {
  const title = t('alert_metered', metered === null ? { used, cap } : { used: metered.used, cap: metered.cap })
  return { look: 'plain', title, text: t('alert_metered_text') }
}

function renewalWords({ at, interval, price: charge }: Of<'renewal'>, now: Date): Omit<Notice, 'alertId'> {
  const title = t(interval === 'month' ? 'alert_renewal_month' : 'alert_renewal_year', {
    date: dateInSentence(at, now),
    price: price(charge),
  })
  return { look: 'plain', title, text: t('alert_renewal_text') }
}

function budgetWords({ used, limit }: Of<'budget'>, project: string): Omit<Notice, 'alertId'> {
  const left = Math.max(0, limit - used)
  const title = left === 0 ? t('alert_budget_used_up', { project }) : t('alert_budget', { project, used, limit, left })
  return { look: 'plain', title, text: t('alert_budget_text') }
}

/** Whether credits end today or tomorrow, which is said however often it was seen. */
export function endsNow({ kind, available, expiresAt }: Lot, now: Date): boolean {
  return kind !== 'metered' && available > 0 && daysUntil(expiresAt, now) <= 1
}
