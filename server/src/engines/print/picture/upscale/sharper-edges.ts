import type { Raster } from '../../raster.ts'

/** How an enlargement's edges are made sharp again. */
export interface Sharpness {
  /** How often edges are narrowed. */
  rounds: number
  /** How much fine detail is lifted, bounded by its neighbours. */
  lift: number
}

/** Surfaces of a photograph keep their softness; artwork has none. */
export const photographic: Sharpness = { rounds: 1, lift: 0.4 }
export const printed: Sharpness = { rounds: 2, lift: 0.75 }

/** px by which a pixel beside an edge reads further out, at most: blurred edges of an enlargement are about so wide. */
const furthest = 0.9
/** Strength of an edge (levels per px) that is narrowed by half of that. */
const strong = 14

/**
 * Narrows the edges of a picture that was just doubled. Pixels beside an edge take the colour found a little further away
 * from it (warp sharpening), and detail is lifted no higher than the brightest and darkest pixel around it: so an edge
 * is sharp, and no halo stands beside it.
 */
export function withSharperEdges(picture: Raster, { rounds, lift }: Sharpness): Raster {
  let sharper = picture
  for (let round = 0; round < rounds; round++) sharper = warped(sharper)
  return lifted(sharper, lift)
}

/** A picture that was just doubled, without what its enlargement overshot: no pixel leaves the range of the 3 × 3 it came from. */
export function withinSource(doubled: Raster, source: Raster): Raster {
  const { width, height } = source
  const row = width * 3
  const least = new Uint8Array(row)
  const most = new Uint8Array(row)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 0; x < row; x++) {
      const above = source.data[(y - 1) * row + x] ?? 0
      const own = source.data[y * row + x] ?? 0
      const below = source.data[(y + 1) * row + x] ?? 0
      least[x] = Math.min(above, own, below)
      most[x] = Math.max(above, own, below)
    }
    for (let x = 3; x < row - 3; x++) {
      const low = Math.min(least[x - 3] ?? 0, least[x] ?? 0, least[x + 3] ?? 0)
      const high = Math.max(most[x - 3] ?? 0, most[x] ?? 0, most[x + 3] ?? 0)
      const to = 4 * y * row + 2 * x - (x % 3)
      bound(doubled.data, to, low, high)
      bound(doubled.data, to + 3, low, high)
      bound(doubled.data, to + 2 * row, low, high)
      bound(doubled.data, to + 2 * row + 3, low, high)
    }
  }
  return doubled
}

function bound(data: Uint8Array, at: number, low: number, high: number): void {
  const value = data[at] ?? 0
  if (value < low) data[at] = low
  else if (value > high) data[at] = high
}

function warped({ data, width, height }: Raster): Raster {
  const edges = smoothed(smoothed(edgesOf(data, width, height), width, height), width, height)
  const result = { data: new Uint8Array(data), width, height }
  for (let y = 1; y < height - 2; y++) {
    for (let x = 1; x < width - 2; x++) {
      const at = y * width + x
      const own = edges[at] ?? 0
      const right = (edges[at + 1] ?? 0) - (edges[at - 1] ?? 0)
      const down = (edges[at + width] ?? 0) - (edges[at - width] ?? 0)
      if (own < 2 || (right < 2 && right > -2 && down < 2 && down > -2)) continue
      const steep = Math.sqrt(right * right + down * down)
      const reach = (furthest * steep) / (steep + strong) / steep
      const fromX = x - right * reach
      const fromY = y - down * reach
      const left = fromX < 0 ? 0 : fromX > width - 2 ? width - 2 : Math.floor(fromX)
      const top = fromY < 0 ? 0 : fromY > height - 2 ? height - 2 : Math.floor(fromY)
      blend(data, (top * width + left) * 3, width * 3, fromX - left, fromY - top, result.data, at * 3)
    }
  }
  return result
}

/** Puts the colour between four pixels into `into`. */
function blend(data: Uint8Array, from: number, row: number, fx: number, fy: number, into: Uint8Array, to: number): void {
  for (let c = 0; c < 3; c++) {
    const a = data[from + c] ?? 0
    const b = data[from + row + c] ?? 0
    const upper = a + ((data[from + 3 + c] ?? 0) - a) * fx
    const lower = b + ((data[from + row + 3 + c] ?? 0) - b) * fx
    into[to + c] = upper + (lower - upper) * fy + 0.5
  }
}

/** The step of lightness at each pixel, in levels per px, by Sobel's operator. */
function edgesOf(data: Uint8Array, width: number, height: number): Uint8Array {
  const light = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < light.length; at++, from += 3) {
    light[at] = (5 * (data[from] ?? 0) + 9 * (data[from + 1] ?? 0) + 2 * (data[from + 2] ?? 0)) >> 4
  }
  const edges = new Uint8Array(width * height)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const falling = (light[at + width + 1] ?? 0) - (light[at - width - 1] ?? 0)
      const rising = (light[at + width - 1] ?? 0) - (light[at - width + 1] ?? 0)
      const across = falling - rising + 2 * ((light[at + 1] ?? 0) - (light[at - 1] ?? 0))
      const down = falling + rising + 2 * ((light[at + width] ?? 0) - (light[at - width] ?? 0))
      if (across !== 0 || down !== 0) edges[at] = Math.min(255, Math.sqrt(across * across + down * down) / 4)
    }
  }
  return edges
}

/** Each value blended with its neighbours, 1 4 6 4 1 both ways. */
function smoothed(values: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(values.length)
  const both = new Uint8Array(values.length)
  const soften = (from: Uint8Array, to: Uint8Array, at: number, step: number) => {
    const sides = 4 * ((from[at - step] ?? 0) + (from[at + step] ?? 0))
    const far = (from[at - 2 * step] ?? 0) + (from[at + 2 * step] ?? 0)
    to[at] = (6 * (from[at] ?? 0) + sides + far + 8) >> 4
  }
  for (let at = 2; at < values.length - 2; at++) soften(values, rows, at, 1)
  for (let y = 2; y < height - 2; y++) for (let x = 0; x < width; x++) soften(rows, both, y * width + x, width)
  return both
}

/** Detail lifted by an unsharp mask, within the range of the four neighbours and itself. */
function lifted({ data, width, height }: Raster, lift: number): Raster {
  const result = new Uint8Array(data)
  const row = width * 3
  const share = lift / 2
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * row + 3; at < (y + 1) * row - 3; at++) {
      const own = data[at] ?? 0
      const n = data[at - row] ?? 0
      const s = data[at + row] ?? 0
      const w = data[at - 3] ?? 0
      const e = data[at + 3] ?? 0
      if (n === own && s === own && w === own && e === own) continue
      const by = (4 * own - n - s - w - e) * share
      if (by > 0) {
        const most = Math.max(Math.max(n, s), Math.max(w, e), own)
        result[at] = own + by < most ? own + by + 0.5 : most
      } else {
        const least = Math.min(Math.min(n, s), Math.min(w, e), own)
        result[at] = own + by > least ? own + by + 0.5 : least
      }
    }
  }
  return { data: result, width, height }
}
