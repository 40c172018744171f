import { Temporal } from 'temporal-polyfill'

/** A day of someone's calendar, as 'YYYY-MM-DD'. Which moments it covers depends on their time zone. */
export type Day = string

/** The day that a moment (ms) falls on in a time zone (IANA name). */
export function dayOf(ms: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The first moment of a day, in ms: its midnight, or just after it where the clocks skip midnight. */
export function startOfDay(day: Day, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
}

/** The day so many days later, or earlier where `days` is below zero. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** How many days lie from one day to another; below zero where `to` comes first. */
export function daysFrom(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}
