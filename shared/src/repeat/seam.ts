/** How the step across a wrap edge compares with the steps between neighbouring lines inside the picture. */
interface EdgeReport {
  /** Mean absolute step (0–255) from the last line to the first, over all colour channels. */
  edge: number
  /** The 95th percentile of the mean steps between interior lines. */
  limit: number
}

export interface SeamReport {
  /** Between the last and the first column. */
  x: EdgeReport
  /** Between the last and the first row. */
  y: EdgeReport
  seamless: boolean
}

/**
 * Measures whether a picture tiles without a seam: on both axes the mean step across the wrap edge is at
 * most the 95th percentile of the mean steps between interior lines. `pixels` is raw RGB or RGBA; alpha is left out.
 */
export function seamReport(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): SeamReport {
  return reportOf(lineSteps(pixels, width, height))
}

/** The same from steps that were measured already. */
export function reportOf(steps: LineSteps): SeamReport {
  const x = edgeReport(steps.columns)
  const y = edgeReport(steps.rows)
  return { x, y, seamless: x.edge <= x.limit && y.edge <= y.limit }
}

export interface LineSteps {
  /** At i: the mean step between column i and column i + 1; the last one crosses the wrap edge. */
  columns: Float64Array
  /** The same for rows. */
  rows: Float64Array
}

/** The mean absolute step from every line to the next one, round the torus. */
export function lineSteps(pixels: Uint8Array | Uint8ClampedArray, width: number, height: number): LineSteps {
  const channels = pixels.length / (width * height)
  const columns = new Float64Array(width)
  const rows = new Float64Array(height)
  const last = (width - 1) * channels
  for (let y = 0; y < height; y++) {
    const row = y * width * channels
    const below = ((y + 1) % height) * width * channels - row
    let rowSum = 0
    for (let x = 0, at = row; x < width; x++, at += channels) {
      const right = x + 1 < width ? at + channels : at - last
      const r = pixels[at] ?? 0
      const g = pixels[at + 1] ?? 0
      const b = pixels[at + 2] ?? 0
      const across =
        Math.abs(r - (pixels[right] ?? 0)) + Math.abs(g - (pixels[right + 1] ?? 0)) + Math.abs(b - (pixels[right + 2] ?? 0))
      columns[x] = (columns[x] ?? 0) + across
      const down = at + below
      rowSum += Math.abs(r - (pixels[down] ?? 0)) + Math.abs(g - (pixels[down + 1] ?? 0)) + Math.abs(b - (pixels[down + 2] ?? 0))
    }
    rows[y] = rowSum / (width * 3)
  }
  return { columns: columns.map((sum) => sum / (height * 3)), rows }
}

function edgeReport(steps: Float64Array): EdgeReport {
  const interior = steps.slice(0, -1).sort()
  return { edge: steps.at(-1) ?? 0, limit: interior[Math.floor(0.95 * (interior.length - 1))] ?? 0 }
}
