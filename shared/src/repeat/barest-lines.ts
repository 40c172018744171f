/** The column and the row whose colours differ least: a mirror set there cuts least. `data` is raw RGB or RGBA. */
export function barestLines(
  data: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
): { column: number; row: number } {
  const channels = data.length / (width * height)
  const columns = { sums: new Float64Array(width), squares: new Float64Array(width) }
  const rows = { sums: new Float64Array(height), squares: new Float64Array(height) }
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += channels) {
      const level = (data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
      columns.sums[x] = (columns.sums[x] ?? 0) + level
      columns.squares[x] = (columns.squares[x] ?? 0) + level * level
      rows.sums[y] = (rows.sums[y] ?? 0) + level
      rows.squares[y] = (rows.squares[y] ?? 0) + level * level
    }
  }
  return { column: barest(columns, height), row: barest(rows, width) }
}

function barest({ sums, squares }: { sums: Float64Array; squares: Float64Array }, length: number): number {
  const spread = sums.map((sum, at) => (squares[at] ?? 0) - (sum * sum) / length)
  return spread.indexOf(Math.min(...spread))
}
