/** Sums over the square of 2 × radius + 1 cells round each cell, as far as the grid goes. */
export function boxSums(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const rows = new Float32Array(values.length)
  for (let y = 0; y < height; y++) slide(values, rows, y * width, 1, width, radius)
  const sums = new Float32Array(values.length)
  for (let x = 0; x < width; x++) slide(rows, sums, x, width, height, radius)
  return sums
}

function slide(from: Float32Array, to: Float32Array, start: number, step: number, length: number, radius: number): void {
  let sum = 0
  for (let at = 0; at < Math.min(radius, length); at++) sum += from[start + at * step] ?? 0
  for (let at = 0; at < length; at++) {
    if (at + radius < length) sum += from[start + (at + radius) * step] ?? 0
    if (at > radius) sum -= from[start + (at - radius - 1) * step] ?? 0
    to[start + at * step] = sum
  }
}
