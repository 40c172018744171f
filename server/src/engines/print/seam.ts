import { lineSteps } from 'shared'

// How a picture repeats is told by one rule, here and where a repeat is shown before it is made.
export { lineSteps, reportOf, type SeamReport, seamReport } from 'shared'

/**
 * How far the hardest line of a tile stands out, on the worse axis: its mean step over the 95th percentile of all lines,
 * the wrap edge among them. A tile may begin anywhere, so a seam can lie inside it, where `seamReport` does not look:
 * cut well, photographs stay under 2; a seam left open reaches 3 to 20. Pictures of hard straight lines (bricks) have
 * such lines of their own, so this compares pictures that have none.
 */
export function hardestLine(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): number {
  const { columns, rows } = lineSteps(pixels, width, height)
  const standsOut = (steps: Float64Array) => {
    const sorted = steps.toSorted()
    return (sorted.at(-1) ?? 0) / Math.max(1e-6, sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0)
  }
  return Math.max(standsOut(columns), standsOut(rows))
}
