const firstMs = 60_000
const longestMs = 3_600_000

/** How long to wait for a provider that could not be reached, ms: a minute at first, twice as long each time, an hour at most. */
export function pauseAfter(attempts: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(attempts, 10))
}
