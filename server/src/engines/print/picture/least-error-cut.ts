import type { Raster } from '../raster.ts'

/** How a picture is read along an overlap: on its right edge (`x`) or its lower one (`y`). Steps are in bytes. */
export interface Axis {
  /** From one pixel to the next over the overlap's width, and along its length. */
  over: number
  along: number
  /** The picture's extent over and along, in px. */
  breadth: number
  length: number
}

export function axisOf({ width, height }: Raster, axis: 'x' | 'y'): Axis {
  const [pixel, row] = [3, width * 3]
  return axis === 'x'
    ? { over: pixel, along: row, breadth: width, length: height }
    : { over: row, along: pixel, breadth: height, length: width }
}

/**
 * The path along an overlap on which two strips differ least (Efros and Freeman, 2001), as a place over its width for each step
 * along it. The one strip begins at 0; the other at the picture's breadth less the overlap, and is read `shift` px earlier, round
 * the torus. Where the length is cyclic the path ends where it began, give or take a px.
 */
export function leastErrorCut(picture: Raster, axis: Axis, overlap: number, shift: number, cyclic: boolean): Int32Array {
  const errors = differences(picture, axis, overlap, shift)
  const open = cheapestPath(errors, overlap, axis.length, null)
  if (!cyclic) return open
  // An open path's middle is where the overlap agrees best; a closed one may as well pass there at the wrap.
  return cheapestPath(errors, overlap, axis.length, open[axis.length >> 1] ?? overlap >> 1)
}

function differences({ data }: Raster, { over, along, breadth, length }: Axis, overlap: number, shift: number): Float32Array {
  const errors = new Float32Array(overlap * length)
  for (let t = 0; t < length; t++) {
    let near = t * along
    let far = ((t - shift + length) % length) * along + (breadth - overlap) * over
    for (let k = 0; k < overlap; k++, near += over, far += over) {
      const r = (data[near] ?? 0) - (data[far] ?? 0)
      const g = (data[near + 1] ?? 0) - (data[far + 1] ?? 0)
      const b = (data[near + 2] ?? 0) - (data[far + 2] ?? 0)
      errors[t * overlap + k] = 1 + r * r + g * g + b * b
    }
  }
  return errors
}

/** Dynamic programming from the top row; `start` pins both ends. */
export function cheapestPath(errors: Float32Array, overlap: number, height: number, start: number | null): Int32Array {
  const cost = new Float32Array(errors)
  if (start !== null) for (let x = 0; x < overlap; x++) if (x !== start) cost[x] = 1e12
  for (let y = 1; y < height; y++) {
    const above = (y - 1) * overlap
    const here = y * overlap
    for (let x = 0; x < overlap; x++) {
      let least = cost[above + x] ?? 0
      const left = x > 0 ? (cost[above + x - 1] ?? 0) : least
      const right = x < overlap - 1 ? (cost[above + x + 1] ?? 0) : least
      if (left < least) least = left
      if (right < least) least = right
      cost[here + x] = (errors[here + x] ?? 0) + least
    }
  }
  return tracedBack(cost, overlap, height, start)
}

function tracedBack(cost: Float32Array, overlap: number, height: number, start: number | null): Int32Array {
  const path = new Int32Array(height)
  const last = (height - 1) * overlap
  const [from, to] = start === null ? [0, overlap - 1] : [Math.max(0, start - 1), Math.min(overlap - 1, start + 1)]
  let at = from
  for (let x = from; x <= to; x++) if ((cost[last + x] ?? 0) < (cost[last + at] ?? 0)) at = x
  path[height - 1] = at
  for (let y = height - 2; y >= 0; y--) {
    const row = y * overlap
    let best = at
    for (const x of [at - 1, at + 1]) if (x >= 0 && x < overlap && (cost[row + x] ?? 0) < (cost[row + best] ?? 0)) best = x
    at = best
    path[y] = at
  }
  return path
}
