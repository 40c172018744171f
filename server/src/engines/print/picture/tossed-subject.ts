import { ToileError } from '../../../platform/errors.ts'
import type { Layer, Raster } from '../raster.ts'
import { motifSetOf } from './toss/motif-set.ts'
import { tossOf } from './toss/toss.ts'

/** Length at which a motif is cut out, as a share of the tile's side: more is never wanted of it. */
const cutAt = 0.35
/** Part of a motif's frame that it may fill: beyond, the picture's own edges cut it, and a toss of it looks torn. */
const mostOfFrame = 0.3

/** The subject of a decoded picture scattered over a tile; null where none stands out whole, and another way must be taken. */
export async function tossedSubject(
  bytes: Uint8Array,
  picture: Raster,
  size: number,
  seed: number,
  scale: number | null,
): Promise<Raster | null> {
  try {
    const set = await motifSetOf(bytes, null, size * cutAt, picture)
    const [largest] = set.motifs
    if (!largest || shareOfFrame(largest) > mostOfFrame) return null
    return await tossOf(set, size, seed, scale)
  } catch (error) {
    if (error instanceof ToileError && error.code === 'NO_SUBJECT') return null
    throw error
  }
}

/** How much of the pixels along a layer's four sides is opaque. */
function shareOfFrame({ alpha, width, height }: Layer): number {
  if (!alpha) return 1
  let [opaque, all] = [0, 0]
  for (let at = 0; at < alpha.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue
    all++
    if ((alpha[at] ?? 0) > 127) opaque++
  }
  return opaque / all
}
