export interface Percentiles {
  p50Ms: number
  p95Ms: number
}

/** The middle one and the one that 95 of 100 stay below, in ms. */
export function percentiles(took: number[]): Percentiles {
  const sorted = [...took].sort((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1))
  return { p50Ms: at(0.5), p95Ms: at(0.95) }
}
