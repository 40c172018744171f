import { decimalsOf, type Money } from 'shared'

/** What a command found or did: lines for a person, data for a machine. */
export interface Report {
  lines: string[]
  data: object
}

/** Prints a report to standard output. */
export function print(report: Report, { json }: { json?: boolean }): void {
  console.log(json ? JSON.stringify(report.data) : report.lines.join('\n'))
}

/** “1 credit”, “12 credits”. */
export function credits(count: number): string {
  return `${count} ${Math.abs(count) === 1 ? 'credit' : 'credits'}`
}

/** A moment as an operator reads it, to the minute, in UTC. */
export function minute(moment: string | Date): string {
  return `${new Date(moment).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** How long ago, as an operator reads it. */
export function ago(moment: Date, now: Date): string {
  return `${age(Math.max(0, Math.round((now.getTime() - moment.getTime()) / 1000)))} ago`
}

/** A time in the unit that says most about it. */
export function age(seconds: number): string {
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}

/** “€4.50”. */
export function price({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en', { style: 'currency', currency, ...digits }).format(amount / 10 ** decimals)
}

/** “4.50” in the currency's smallest unit; null where it is no amount of it. */
export function smallestUnits(text: string, currency: string): number | null {
  const [, whole = '', rest = ''] = /^(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? []
  const digits = decimalsOf(currency)
  if (whole === '' || rest.length > digits) return null
  return Number(whole + rest.padEnd(digits, '0'))
}
