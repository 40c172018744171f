import type { Random } from '../../random.ts'
import type { Raster } from '../../raster.ts'
import { lumaOf } from './luma.ts'
import type { Point, Symmetry } from './symmetry.ts'

/** How the plane of a pattern lies on a picture: place = origin + turned and enlarged point, in px. */
export interface Placement {
  origin: Point
  /** The px that a step of 1 to the right makes, and one down; its length is the enlargement. */
  along: Point
}

/** Places tried: more find hardly better ones. */
const tries = 96
/** Length of the wedge's long side, as a share of the picture's shorter side. */
const reach = { least: 0.4, most: 0.95 }

/**
 * Lays a kaleidoscope's wedge on a picture: of many places by chance the one that shows most, in detail and in colours, so
 * that it never lands on a bare corner.
 */
export function livelyPlacement(picture: Raster, symmetry: Symmetry, random: Random): Placement {
  const detail = detailOf(picture)
  const closer = closenessFor(detail, picture)
  let best = placementByChance(picture, symmetry, closer, random)
  let most = livelinessOf(best, picture, detail, symmetry)
  for (let round = 1; round < tries; round++) {
    const placement = placementByChance(picture, symmetry, closer, random)
    const lively = livelinessOf(placement, picture, detail, symmetry)
    if (lively > most) [best, most] = [placement, lively]
  }
  return best
}

/** Steps between neighbouring pixels, as a share of how all differ, up to which a picture is of large things. */
const calm = 0.45
const closest = 0.45

/** Of a busy picture, pebbles or a dense print, less is shown and larger: all of it together would be a fine grain. */
function closenessFor(detail: Float32Array, picture: Raster): number {
  const luma = lumaOf(picture)
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length
  const spread = Math.sqrt(luma.reduce((sum, value) => sum + (value - mean) ** 2, 0) / luma.length)
  const busy = detail.reduce((sum, step) => sum + step, 0) / detail.length / Math.max(1, spread)
  return Math.min(1, Math.max(closest, calm / Math.max(1e-3, busy)))
}

/** The wedge at any angle, all of it on the picture. */
function placementByChance({ width, height }: Raster, { wedge }: Symmetry, closer: number, random: Random): Placement {
  const long = Math.hypot(wedge[2].x, wedge[2].y)
  const length = (random.between(reach.least, reach.most) * closer * Math.min(width, height)) / long
  const angle = random.between(0, 2 * Math.PI)
  const along = { x: Math.cos(angle) * length, y: Math.sin(angle) * length }
  const corners = wedge.map((corner) => placed(corner, { origin: { x: 0, y: 0 }, along }))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const within = (low: number, high: number, side: number) => -low + random.next() * Math.max(0, side - 1 - (high - low))
  return {
    origin: { x: within(Math.min(...xs), Math.max(...xs), width), y: within(Math.min(...ys), Math.max(...ys), height) },
    along,
  }
}

export const placed = ({ x, y }: Point, { origin, along }: Placement): Point => ({
  x: origin.x + x * along.x - y * along.y,
  y: origin.y + x * along.y + y * along.x,
})

/** Points looked at along each side of the wedge. */
const looked = 12

/** How much a wedge shows: how its colours differ, and the steps between neighbouring pixels. */
function livelinessOf(placement: Placement, picture: Raster, detail: Float32Array, { wedge }: Symmetry): number {
  const [a, b, c] = wedge
  const sums = [0, 0, 0]
  const squares = [0, 0, 0]
  let [steps, count] = [0, 0]
  for (let i = 0; i < looked; i++) {
    for (let j = 0; i + j < looked; j++) {
      const [p, q] = [(i + 0.33) / looked, (j + 0.33) / looked]
      const inside = { x: a.x + (b.x - a.x) * p + (c.x - a.x) * q, y: a.y + (b.y - a.y) * p + (c.y - a.y) * q }
      const { x, y } = placed(inside, placement)
      const at = clamped(y, picture.height) * picture.width + clamped(x, picture.width)
      for (let channel = 0; channel < 3; channel++) {
        const value = picture.data[at * 3 + channel] ?? 0
        sums[channel] = (sums[channel] ?? 0) + value
        squares[channel] = (squares[channel] ?? 0) + value * value
      }
      steps += detail[at] ?? 0
      count++
    }
  }
  const spread = sums.reduce(
    (sum, total, at) => sum + Math.sqrt(Math.max(0, (squares[at] ?? 0) / count - (total / count) ** 2)),
    0,
  )
  return spread / 3 + (2 * steps) / count
}

const clamped = (value: number, side: number) => Math.min(side - 1, Math.max(0, Math.round(value)))

/** The step in lightness from each pixel to those on its right and below. */
function detailOf(picture: Raster): Float32Array {
  const { width, height } = picture
  const luma = lumaOf(picture)
  return luma.map((value, at) => {
    const right = at % width === width - 1 ? value : (luma[at + 1] ?? 0)
    const below = at + width >= width * height ? value : (luma[at + width] ?? 0)
    return Math.abs(value - right) + Math.abs(value - below)
  })
}
