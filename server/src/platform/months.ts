/** The same day so many months later, in UTC; the month's last day where there is none: 31 Jan + 1 month is 28 Feb. */
export function monthsAfter(start: Date, months: number): Date {
  const end = new Date(start)
  end.setUTCMonth(end.getUTCMonth() + months)
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0)
  return end
}
