export interface Measured {
  opsPerSecond: number
  p50Ms: number
  p99Ms: number
}

/** Runs an operation from so many callers at once for a while, and tells how often and how fast. */
export async function measure(callers: number, seconds: number, operation: () => Promise<void> | void): Promise<Measured> {
  const took: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  const call = async () => {
    while (performance.now() < end) {
      const before = performance.now()
      await operation()
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  const elapsed = (performance.now() - start) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => Number((took[Math.floor((took.length - 1) * share)] ?? 0).toFixed(2))
  return { opsPerSecond: Math.round(took.length / elapsed), p50Ms: at(0.5), p99Ms: at(0.99) }
}

/** The middle one of several measurements, by rate. */
export function median(runs: Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.opsPerSecond - b.opsPerSecond)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('Nothing was measured')
  return middle
}
