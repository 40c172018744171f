import type { Random } from '../../../random.ts'
import { fieldOf } from '../field.ts'
import { fieldRows } from '../field-rows.ts'
import { fractalNoise, gradientNoise } from '../noise.ts'
import { type Fold, placesAlong, pleat, soft } from './dye-bath.ts'

/**
 * A cloth folded in quarters, then twisted round its middle and dyed in wedges. Laid out, every spiral is its neighbour's
 * reflection, so they meet without a joint; wedges and pleats are even in number, since on the torus a spiral also meets
 * itself turned by half.
 */
export function spiralFold(dyes: number, scale: number, random: Random): Fold {
  // Spirals stand in a diagonal chequer, two to a repeat, or where they are to be small in a square one, four.
  const diagonal = scale > 0.75 || scale <= 0.5
  const folds = diagonal ? Math.max(1, Math.round(0.75 / scale)) : 2
  const arms = dyes > 3 ? 2 : 4
  const twist = (random.chance(0.5) ? arms : -arms) * random.between(0.85, 1.25)
  const pleats = 30 + 2 * random.below(8)
  const [bendX, bendY] = [fieldOf(fractalNoise(random, 4, 4, 3)), fieldOf(fractalNoise(random, 4, 4, 3))]
  const jag = fieldOf(fractalNoise(random, 16, 16, 4, 0.65), 512)
  const tied = fieldOf(gradientNoise(random, 6))
  const [startX, startY] = [random.next(), random.next()]
  return (size, frame) => {
    const [alongX, alongY] = [placesAlong(size, frame.repeats, frame.phase.x), placesAlong(size, frame.repeats, frame.phase.y)]
    const readers = [bendX, bendY, jag, tied].map((field) => ({
      read: fieldRows(field, size, frame),
      row: new Float32Array(alongX.length),
    }))
    const [bentX, bentY, jagged, ties] = readers.map(({ row }) => row)
    return (y, dye, resist) => {
      for (const { read, row } of readers) read(y, row)
      for (let x = 0; x < dye.length; x++) {
        const rough = jagged?.[x] ?? 0
        const right = (alongX[x] ?? 0) + startX + 0.02 * (bentX?.[x] ?? 0)
        const down = (alongY[y] ?? 0) + startY + 0.02 * (bentY?.[x] ?? 0)
        const u = quartered(folds * (diagonal ? right + down : right))
        const v = quartered(folds * (diagonal ? right - down : down))
        const angle = Math.atan2(v, u) / (2 * Math.PI)
        const away = Math.sqrt(u * u + v * v)
        const turned = Math.sqrt(away) * twist
        const fold = pleat(pleats * (angle + turned / arms) + 1.5 * away + 0.16 * rough)
        const round = arms * angle + turned + 0.11 * (fold - 0.5) + 0.04 * rough
        dye[x] = round
        // No dye where wedges meet, nor in the depth of a pleat that was tied well.
        const joint = pleat(round * dyes + 0.29)
        const loose = ties?.[x] ?? 0
        const gap = soft(0.6, 1, joint) * soft(-0.3, 0.5, loose + 0.3 * rough)
        const crease = soft(0.62, 1, fold) * soft(-0.1, 0.6, loose + 0.3 * rough)
        // Where four spirals meet the cloth lay outermost and took all the dye.
        resist[x] = 0.92 * Math.max(gap, crease) * soft(0.66, 0.46, away)
      }
    }
  }
}

/** Where a place comes to lie when the cloth is folded at every half: -½ to ½, every other stretch mirrored. */
function quartered(at: number): number {
  const stretch = Math.round(at)
  return stretch & 1 ? stretch - at : at - stretch
}
