import type { Raster } from '../../raster.ts'

/** Side of the squares over which colours are averaged: wider than an enlargement looks around. */
const side = 8

/**
 * The picture with its see-through pixels in the mean colour of what is seen around them: whatever is hidden there does not
 * bleed into the edge.
 */
export function withColoursBeyond({ data, width, height }: Raster, alpha: Uint8Array): Raster {
  const columns = Math.ceil(width / side)
  const rows = Math.ceil(height / side)
  // Sums of r, g, b, each times the opacity, and of the opacity.
  const sums = new Float64Array(columns * rows * 4)
  for (let at = 0; at < alpha.length; at++) {
    const x = at % width
    const cell = (Math.floor((at - x) / width / side) * columns + Math.floor(x / side)) * 4
    const opacity = alpha[at] ?? 0
    for (let c = 0; c < 3; c++) sums[cell + c] = (sums[cell + c] ?? 0) + (data[at * 3 + c] ?? 0) * opacity
    sums[cell + 3] = (sums[cell + 3] ?? 0) + opacity
  }
  const means = meansAround(sums, columns, rows)
  const result = { data: new Uint8Array(data), width, height }
  for (let at = 0; at < alpha.length; at++) {
    if (alpha[at] !== 0) continue
    const x = at % width
    const cell = (Math.floor((at - x) / width / side) * columns + Math.floor(x / side)) * 3
    for (let c = 0; c < 3; c++) result.data[at * 3 + c] = means[cell + c] ?? 0
  }
  return result
}

/** The mean colour of the 3 × 3 squares round each; black where nothing is seen there. */
function meansAround(sums: Float64Array, columns: number, rows: number): Uint8Array {
  const means = new Uint8Array(columns * rows * 3)
  const around = new Float64Array(4)
  for (let cell = 0; cell < columns * rows; cell++) {
    const x = cell % columns
    const y = (cell - x) / columns
    around.fill(0)
    for (let j = Math.max(0, y - 1); j <= Math.min(rows - 1, y + 1); j++) {
      for (let i = Math.max(0, x - 1); i <= Math.min(columns - 1, x + 1); i++) {
        for (let of = 0; of < 4; of++) around[of] = (around[of] ?? 0) + (sums[(j * columns + i) * 4 + of] ?? 0)
      }
    }
    for (let c = 0; c < 3; c++) means[cell * 3 + c] = Math.round((around[c] ?? 0) / Math.max(1, around[3] ?? 0))
  }
  return means
}
