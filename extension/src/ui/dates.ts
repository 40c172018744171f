import { locale } from './i18n'

const day = 24 * 60 * 60 * 1000

/** Whole calendar days from `now` to `moment`, as the designer counts them: 0 is today, 1 tomorrow. */
export function daysUntil(moment: string, now: Date): number {
  const start = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((start(new Date(moment)) - start(now)) / day)
}

/** A date in words: without the year while it is this year. */
export function date(moment: string, now: Date): string {
  const when = new Date(moment)
  const year = when.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year }).format(when)
}

/** The time of day. */
export function time(moment: string): string {
  return new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }).format(new Date(moment))
}
