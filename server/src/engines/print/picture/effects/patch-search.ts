import type { Random } from '../../random.ts'
import type { Raster } from '../../raster.ts'

/** A cloth in the making, on a torus: what is laid of it so far. */
export interface Cloth {
  picture: Raster
  /** 1 where something is laid. */
  laid: Uint8Array
}

/** A square of the cloth, or of the texture: its left and top, in px. */
export interface Place {
  x: number
  y: number
}

/** Matches this much worse than the best are good, too: to take always the best repeats one patch in bands. */
const tolerance = 1.25
/** Levels of squared error per px and channel that no eye finds: among better matches all are good. */
const unseen = 30
/** A prime larger than any texture's number of places, by which they are gone through. */
const leap = 7919999
/** How much worse a match counts for each time that its neighbourhood was taken already. */
const staleness = 0.35

/**
 * Looks in a texture for patches that go on where the cloth stands: all places are compared on a small copy, and one is taken
 * by chance among the good ones, rather one from where nothing was taken yet.
 */
export class PatchSearch {
  private readonly texture: Raster
  private readonly side: number
  private readonly columns: number
  private readonly rows: number
  private readonly taken: Float32Array
  private readonly errors: Float32Array

  /** `side` is the patch's, in px of the texture. */
  constructor(texture: Raster, side: number) {
    this.texture = texture
    this.side = side
    this.columns = texture.width - side + 1
    this.rows = texture.height - side + 1
    this.taken = new Float32Array(this.columns * this.rows)
    this.errors = new Float32Array(this.columns * this.rows)
  }

  /** A place on the texture whose patch fits at a place on the cloth. */
  find(cloth: Cloth, at: Place, random: Random): Place {
    const known = knownPixels(cloth, at, this.side, this.texture.width, 1)
    const best = known.count === 0 ? this.anywhere(random) : this.among(known, random)
    const place = { x: best % this.columns, y: Math.floor(best / this.columns) }
    this.remember(place)
    return place
  }

  private anywhere(random: Random): number {
    return random.below(this.errors.length)
  }

  private among(known: KnownPixels, random: Random): number {
    const { columns, errors, taken } = this
    let least = Number.POSITIVE_INFINITY
    // In leaps, so that a good match is met early and most others are given up soon.
    for (let step = 0, at = 0; step < errors.length; step++, at = (at + leap) % errors.length) {
      const origin = Math.floor(at / columns) * this.texture.width + (at % columns)
      const penalty = 1 + staleness * (taken[at] ?? 0)
      const error = (errorAt(this.texture, origin, known, (least * tolerance) / penalty) + unseen * known.count) * penalty
      errors[at] = error
      if (error < least) least = error
    }
    const good: number[] = []
    for (let at = 0; at < errors.length; at++) if ((errors[at] ?? 0) <= least * tolerance) good.push(at)
    return good[random.below(good.length)] ?? 0
  }

  /** Notes that a patch was taken, for all places that share much of it. */
  private remember({ x, y }: Place): void {
    const near = this.side >> 1
    for (let row = Math.max(0, y - near); row <= Math.min(this.rows - 1, y + near); row++) {
      for (let column = Math.max(0, x - near); column <= Math.min(this.columns - 1, x + near); column++) {
        const at = row * this.columns + column
        const apart = Math.max(Math.abs(row - y), Math.abs(column - x)) / (near + 1)
        this.taken[at] = (this.taken[at] ?? 0) + 1 - apart
      }
    }
  }
}

/** What the cloth has where a patch is to go. */
interface KnownPixels {
  count: number
  /** Where each is in the patch, as an offset in the texture. */
  offsets: Int32Array
  /** Its three channels. */
  values: Int16Array
}

/** Every second one, as on a chequerboard of squares of `every` px: the others say the same. */
function knownPixels({ picture, laid }: Cloth, at: Place, side: number, stride: number, every: number): KnownPixels {
  const { data, width, height } = picture
  const offsets = new Int32Array(side * side)
  const values = new Int16Array(side * side * 3)
  let count = 0
  for (let y = 0; y < side; y += every) {
    const row = ((at.y + y) % height) * width
    for (let x = ((y / every) & 1) * every; x < side; x += 2 * every) {
      const on = row + ((at.x + x) % width)
      if (!laid[on]) continue
      offsets[count] = y * stride + x
      for (let c = 0; c < 3; c++) values[count * 3 + c] = data[on * 3 + c] ?? 0
      count++
    }
  }
  return { count, offsets, values }
}

/** Sum of squared differences; it stops counting beyond `limit`. */
function errorAt({ data }: Raster, origin: number, { count, offsets, values }: KnownPixels, limit: number): number {
  let error = 0
  for (let from = 0; from < count; from += 32) {
    const to = from + 32 < count ? from + 32 : count
    for (let pixel = from; pixel < to; pixel++) {
      const at = (origin + (offsets[pixel] ?? 0)) * 3
      const r = (data[at] ?? 0) - (values[pixel * 3] ?? 0)
      const g = (data[at + 1] ?? 0) - (values[pixel * 3 + 1] ?? 0)
      const b = (data[at + 2] ?? 0) - (values[pixel * 3 + 2] ?? 0)
      error += r * r + g * g + b * b
    }
    if (error > limit) return error
  }
  return error
}

/** The place within `reach` px of a first one whose patch fits best; every `every`th px is compared. */
export function refinedPlace(
  texture: Raster,
  cloth: Cloth,
  at: Place,
  side: number,
  first: Place,
  reach: number,
  every: number,
): Place {
  const known = knownPixels(cloth, at, side, texture.width, every)
  if (known.count === 0) return first
  const within = (value: number, most: number) => Math.min(most - side, Math.max(0, value))
  let best = first
  let least = Number.POSITIVE_INFINITY
  for (let step = Math.max(1, reach >> 1), around = reach; ; step = Math.max(1, step >> 1), around = step * 2) {
    const middle = best
    for (let dy = -around; dy <= around; dy += step) {
      for (let dx = -around; dx <= around; dx += step) {
        const x = within(middle.x + dx, texture.width)
        const y = within(middle.y + dy, texture.height)
        const error = errorAt(texture, y * texture.width + x, known, least)
        if (error < least) [least, best] = [error, { x, y }]
      }
    }
    if (step === 1) return best
  }
}
