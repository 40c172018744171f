import { locale } from './i18n'

const day = 24 * 60 * 60 * 1000

/** Whole calendar days from `now` to `moment`, as the designer counts them: 0 is today, 1 tomorrow. */
export function daysUntil(moment: string, now: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((start(new Date(moment)) - start(now)) / day)
}

/** The designer's calendar day, to tell one from another: “2026-11-22”. */
export function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** A date in words: without the year while it is this year. */
export function date(moment: string, now: Date): string {
  return inWords(moment, now, 'short')
}

/** A date within a sentence: the month in full, since a short one may end with a dot of its own. */
export function dateInSentence(moment: string, now: Date): string {
  return inWords(moment, now, 'long')
}

function inWords(moment: string, now: Date, month: 'short' | 'long'): string {
  const when = new Date(moment)
  const year = when.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month, year }).format(when)
}

/** The time of day. */
export function time(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(moment))
}

/** A moment as receipts and lists have it: the day with its year, and the time. */
export function dayAndTime(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))
}
