import type { StripeDirection } from '../../../prompt/brief.ts'
import type { Random } from '../../../random.ts'
import { fieldOf } from '../field.ts'
import { fieldRows } from '../field-rows.ts'
import { fractalNoise, gradientNoise } from '../noise.ts'
import { type Fold, placesAlong, pleat, soft } from './dye-bath.ts'

/** A cloth pleated like an accordion and dyed in bands: straight, or in chevrons where it was folded once more. */
export function pleatedFold(dyes: number, scale: number, direction: StripeDirection | null, random: Random): Fold {
  const rounds = Math.max(1, Math.round(2.4 / scale / Math.sqrt(dyes / 2)))
  const way = direction ?? random.pick<StripeDirection>('horizontal', 'vertical', 'horizontal')
  const chevrons = direction === null && random.chance(0.4) ? Math.max(1, Math.round(2 / scale)) : 0
  const start = random.next()
  const across = way === 'vertical'
  // Dye creeps along the threads: streaks as fine as threads, long in the way of the fold.
  const streak = fieldOf(across ? fractalNoise(random, 5, 90, 2, 0.7) : fractalNoise(random, 90, 5, 2, 0.7), 512)
  const sway = fieldOf(fractalNoise(random, 3, 3, 3))
  const tied = fieldOf(gradientNoise(random, 5))
  return (size, frame) => {
    const [alongX, alongY] = [placesAlong(size, frame.repeats, frame.phase.x), placesAlong(size, frame.repeats, frame.phase.y)]
    const readers = [streak, sway, tied].map((field) => ({
      read: fieldRows(field, size, frame),
      row: new Float32Array(alongX.length),
    }))
    const [streaks, sways, ties] = readers.map(({ row }) => row)
    return (y, dye, resist) => {
      for (const { read, row } of readers) read(y, row)
      const down = alongY[y] ?? 0
      for (let x = 0; x < dye.length; x++) {
        const right = alongX[x] ?? 0
        const [over, beside] = across ? [right, down] : [down, right]
        const slant = way === 'diagonal' ? beside : chevrons > 0 ? pleat(beside * chevrons) / (2 * chevrons) : 0
        const uneven = streaks?.[x] ?? 0
        const round = rounds * (over + slant) + start + (0.05 * (sways?.[x] ?? 0) + 0.055 * uneven) * (0.6 + 0.4 * rounds) * 0.7
        dye[x] = round
        const joint = pleat(round * dyes + 0.29)
        resist[x] = soft(0.62, 1, joint) * soft(-0.5, 0.35, (ties?.[x] ?? 0) + 0.5 * uneven) * 0.92
      }
    }
  }
}
