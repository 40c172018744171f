import type { Raster } from '../raster.ts'

/**
 * The path down the overlap along which two strips differ least (Efros and Freeman, 2001), as a column for each row.
 * The left strip begins at column 0; the right one at `offset`, and is read `shift` rows higher, round the torus.
 * Where rows are cyclic the path ends where it began, give or take a column.
 */
export function leastErrorCut(picture: Raster, overlap: number, offset: number, shift: number, cyclic: boolean): Int32Array {
  const errors = differences(picture, overlap, offset, shift)
  const open = cheapestPath(errors, overlap, picture.height, null)
  if (!cyclic) return open
  // An open path's middle is where the overlap agrees best; a closed one may as well pass there at the wrap.
  return cheapestPath(errors, overlap, picture.height, open[picture.height >> 1] ?? overlap >> 1)
}

function differences({ data, width, height }: Raster, overlap: number, offset: number, shift: number): Float32Array {
  const errors = new Float32Array(overlap * height)
  for (let y = 0; y < height; y++) {
    const left = y * width * 3
    const right = (((y - shift + height) % height) * width + offset) * 3
    for (let x = 0; x < overlap; x++) {
      let error = 1
      for (let c = 0; c < 3; c++) error += ((data[left + x * 3 + c] ?? 0) - (data[right + x * 3 + c] ?? 0)) ** 2
      errors[y * overlap + x] = error
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
