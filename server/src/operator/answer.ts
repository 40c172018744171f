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
