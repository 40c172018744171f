import { decimalsOf, type Money } from 'shared'
import { dayOf, daysFrom } from '../../platform/days.ts'
import { type PageLanguage, readerLanguage } from '../../platform/reader-language.ts'

/** Who looks at a page: the language comes from the browser, the time zone from the account. */
export interface Reader {
  language: PageLanguage
  locale: string
  timeZone: string
  now: Date
}

export function readerOf(acceptLanguage: string | undefined, timeZone: string, now: Date): Reader {
  return { ...readerLanguage(acceptLanguage), timeZone, now }
}

export function number({ locale }: Reader, value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** An amount with all its decimals, as bills have it. */
export function price({ locale }: Reader, { amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(amount / 10 ** decimals)
}

/** An amount as a field for numbers has it: “4.50”, and how fine it goes: “0.01”. */
export function fieldAmount({ amount, currency }: Money): { value: string; step: string } {
  const digits = decimalsOf(currency)
  return { value: (amount / 10 ** digits).toFixed(digits), step: (1 / 10 ** digits).toFixed(digits) }
}

/** A day; without the year while it is this year. */
export function day(reader: Reader, moment: Date): string {
  return dayIn(reader, moment, 'short')
}

/** A day within a sentence: the month in full, since a short one may end with a dot of its own. */
export function dayInSentence(reader: Reader, moment: Date): string {
  return dayIn(reader, moment, 'long')
}

function dayIn({ locale, timeZone, now }: Reader, moment: Date, month: 'short' | 'long'): string {
  const year = yearOf(moment, timeZone) === yearOf(now, timeZone) ? undefined : 'numeric'
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month, year, timeZone }).format(moment)
}

/** A moment to the minute. */
export function moment({ locale, timeZone }: Reader, at: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
}

/** Whole calendar days from now to a moment: 0 is today. */
export function daysUntil({ timeZone, now }: Reader, at: Date): number {
  return daysFrom(dayOf(now.getTime(), timeZone), dayOf(at.getTime(), timeZone))
}

function yearOf(at: Date, timeZone: string): string {
  return dayOf(at.getTime(), timeZone).slice(0, 4)
}
