import type { Random } from '../../random.ts'
import type { Raster } from '../../raster.ts'
import { type Cloth, errorAt, type KnownPixels, knownPixels, type Place } from './known-pixels.ts'

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
