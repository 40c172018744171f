import type { Layer } from '../../raster.ts'

/** Cells along a tile on which silhouettes are kept apart. */
export const cells = 192

/** How a motif lies on the cloth. */
export interface Pose {
  /** Which motif, by number. */
  motif: number
  /** Its longer side, as a share of the tile's. */
  length: number
  /** Clockwise, in sixteenths of a full turn. */
  turn: number
}

/** The cells that a posed motif covers, as steps right and down from its middle; `roomy` with the gap around it as well. */
export interface Silhouette {
  own: Int16Array
  roomy: Int16Array
}

/** Opacity from which a motif covers a cell. */
const covers = 60

/** cos and sin of the sixteenths of a turn. */
export function directionOf(turn: number): { along: number; across: number } {
  const angle = (turn * Math.PI) / 8
  return { along: Math.cos(angle), across: Math.sin(angle) }
}

/** The silhouette of a motif that keeps `gap` cells free around it. */
export function silhouetteOf(motif: Layer, { length, turn }: Pose, gap: number): Silhouette {
  const scale = Math.max(motif.width, motif.height) / (length * cells)
  const { along, across } = directionOf(turn)
  const half = Math.ceil((Math.hypot(motif.width, motif.height) / scale + 1) / 2)
  const reach = half + gap + 1
  const wide = 2 * reach + 1
  const own: number[] = []
  const near = new Uint8Array(wide * wide)
  for (let y = -half; y <= half; y++) {
    for (let x = -half; x <= half; x++) {
      const u = Math.floor((x * along + y * across) * scale + motif.width / 2)
      const v = Math.floor((y * along - x * across) * scale + motif.height / 2)
      if (u < 0 || v < 0 || u >= motif.width || v >= motif.height) continue
      if ((motif.alpha?.[v * motif.width + u] ?? 255) < covers) continue
      own.push(x, y)
      near[(y + reach) * wide + x + reach] = 1
    }
  }
  const around: number[] = []
  const roomy = grown(near, wide, gap)
  for (let at = 0; at < roomy.length; at++) if (roomy[at]) around.push((at % wide) - reach, Math.floor(at / wide) - reach)
  return { own: Int16Array.from(own), roomy: Int16Array.from(around) }
}

/** The cells within `by` of any, counted along rows and columns together: an octagon, near enough a disc. */
function grown(cellsOf: Uint8Array, wide: number, by: number): Uint8Array {
  let from = cellsOf
  for (let step = 0; step < by; step++) {
    const to = new Uint8Array(from)
    const diagonal = step % 2 === 1
    for (let at = wide + 1; at < from.length - wide - 1; at++) {
      if (from[at]) continue
      const straight = from[at - 1] || from[at + 1] || from[at - wide] || from[at + wide]
      const corner = diagonal && (from[at - wide - 1] || from[at - wide + 1] || from[at + wide - 1] || from[at + wide + 1])
      if (straight || corner) to[at] = 1
    }
    from = to
  }
  return from
}
