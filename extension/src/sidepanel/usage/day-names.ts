import { locale } from '../../ui/i18n'

/** A day without a time is the designer's own day, wherever they are. */
const noon = (day: string) => new Date(`${day}T12:00:00`)

/** “9 November”. */
export function date(day: string): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long' }).format(noon(day))
}

/** The day of the month alone. */
export function monthDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { day: 'numeric' }).format(noon(day))
}
