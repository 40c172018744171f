import type { Random } from '../../random.ts'

/** The shape of a halftone's dots. */
export type Dot = 'round' | 'line'

/**
 * One ink's grid of dots. `along` and `across` are how many dots one goes to the right and down on the way along the tile's
 * side: whole numbers, so the grid closes on a torus at its angle (a rational tangent screen).
 */
export interface Screen {
  along: number
  across: number
}

/** Angles of the inks' screens in degrees, the strongest ink first: 30° apart they make no moiré, and yellow's hides best. */
const angles = [45, 75, 15, 0, 60, 30]

/** A screen for each ink, about `ruling` dots along the tile's side. */
export function screensFor(inks: number, ruling: number, random: Random): Screen[] {
  const turned = random.chance(0.5)
  return Array.from({ length: inks }, (_, at) => {
    const angle = (((angles[at % angles.length] ?? 0) + (turned ? 90 : 0)) * Math.PI) / 180
    return { along: Math.round(Math.cos(angle) * ruling), across: Math.round(Math.sin(angle) * ruling) }
  })
}

/** Places along a dot's side at which its threshold is known. */
export const cellSide = 64

/**
 * Thresholds over one dot: where coverage is above the threshold there is ink. They are ranks, so a coverage of 0.3 inks 30 %
 * of the cell exactly, whatever the dot's shape.
 */
export function thresholdsOf(dot: Dot): Float32Array {
  const height = new Float32Array(cellSide * cellSide)
  for (let y = 0; y < cellSide; y++) {
    for (let x = 0; x < cellSide; x++) {
      const [u, v] = [(x + 0.5) / cellSide - 0.5, (y + 0.5) / cellSide - 0.5]
      // Round dots become a chequerboard at one half and holes beyond; lines only widen.
      height[y * cellSide + x] = dot === 'round' ? -(parabola(u) + parabola(v)) : Math.abs(v) + Math.abs(u) * 1e-4
    }
  }
  const order = Array.from(height.keys()).sort((p, q) => (height[p] ?? 0) - (height[q] ?? 0) || p - q)
  const ranks = new Float32Array(height.length)
  order.forEach((at, rank) => {
    ranks[at] = (rank + 0.5) / order.length
  })
  return ranks
}

/** Like a cosine over one period, from 1 in the middle to -1 at its ends, by arithmetic that is the same on every machine. */
function parabola(u: number): number {
  const t = Math.abs(u) * 2
  return t < 0.5 ? 1 - 4 * t * t : 4 * (1 - t) * (1 - t) - 1
}
