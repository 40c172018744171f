import type { Random } from '../../random.ts'
import type { Layer } from '../../raster.ts'
import { cells, type Pose, type Silhouette, silhouetteOf } from './silhouette.ts'

/** A motif on the cloth: its middle in cells, on a torus. */
export interface Tossed extends Pose {
  x: number
  y: number
}

/** Sizes beside the largest, how many places are tried for one motif of each, and how many misses in a row say it is full. */
const sizes = [
  { share: 1, tries: 60, misses: 14 },
  { share: 0.68, tries: 40, misses: 30 },
  { share: 0.44, tries: 40, misses: 50 },
  { share: 0.28, tries: 30, misses: 70 },
] as const
/** Least size in cells that is worth drawing. */
const smallest = 5
/** Share of a motif's length that stays free around it. */
const gapShare = 0.07
/** Most motifs on a tile. */
const most = 400

/**
 * Scatters motifs over a torus, large ones first, turned every way, no two silhouettes touching. Large ones go where they
 * are farthest from all others (Mitchell's best candidate); small ones fill what is left.
 */
export function scattered(motifs: readonly Layer[], length: number, random: Random): Tossed[] {
  const cloth = new Cloth()
  const silhouettes = new Map<number, Silhouette>()
  const placed: Tossed[] = []
  let next = random.below(motifs.length)
  for (const [level, { share, tries, misses }] of sizes.entries()) {
    if (length * share * cells < smallest) break
    const gap = Math.max(1, Math.round(length * share * cells * gapShare))
    for (let missed = 0; missed < misses && placed.length < most; ) {
      const pose = { motif: next % motifs.length, length: length * share, turn: random.below(16) }
      const key = (level * 16 + pose.turn) * motifs.length + pose.motif
      const layer = motifs[pose.motif]
      if (!layer) break
      const silhouette = silhouettes.get(key) ?? silhouetteOf(layer, pose, gap)
      silhouettes.set(key, silhouette)
      const place = cloth.placeFor(silhouette, placed, tries, random)
      if (!place) {
        missed++
        continue
      }
      missed = 0
      next++
      cloth.cover(silhouette, place)
      placed.push({ ...pose, ...place })
    }
  }
  return placed
}

const rounds = 31

/** Which cells of the torus are taken. */
class Cloth {
  private readonly taken = new Uint8Array(cells * cells)

  /** Of several places where a silhouette fits the one farthest from the middles of all others; null where none was found. */
  placeFor({ roomy }: Silhouette, others: readonly Tossed[], tries: number, random: Random): { x: number; y: number } | null {
    let best: { x: number; y: number } | null = null
    let farthest = -1
    for (let tried = 0; tried < tries; tried++) {
      const place = { x: random.below(cells), y: random.below(cells) }
      if (!this.fits(roomy, place.x, place.y)) continue
      const far = others.reduce((least, other) => Math.min(least, squaredDistance(place, other)), cells * cells)
      if (far > farthest) [best, farthest] = [place, far]
    }
    return best
  }

  cover({ own }: Silhouette, { x, y }: { x: number; y: number }): void {
    for (let at = 0; at < own.length; at += 2) {
      this.taken[wrapped(y + (own[at + 1] ?? 0)) * cells + wrapped(x + (own[at] ?? 0))] = 1
    }
  }

  /** Looked at in several rounds, each all over the silhouette: most of what does not fit is found in the first. */
  private fits(offsets: Int16Array, x: number, y: number): boolean {
    for (let round = 0; round < rounds; round++) {
      for (let at = round * 2; at < offsets.length; at += rounds * 2) {
        if (this.taken[wrapped(y + (offsets[at + 1] ?? 0)) * cells + wrapped(x + (offsets[at] ?? 0))]) return false
      }
    }
    return true
  }
}

/** For each place from a turn before the torus to a turn after it, where on it that is. */
const around = Int16Array.from({ length: 3 * cells }, (_, at) => at % cells)
const wrapped = (at: number) => around[at + cells] ?? ((at % cells) + cells) % cells

function squaredDistance(p: { x: number; y: number }, q: { x: number; y: number }): number {
  const dx = Math.abs(p.x - q.x)
  const dy = Math.abs(p.y - q.y)
  return Math.min(dx, cells - dx) ** 2 + Math.min(dy, cells - dy) ** 2
}
