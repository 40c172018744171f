import type { Random } from '../../../random.ts'
import { type Field, fieldOf } from '../field.ts'
import { fieldRows } from '../field-rows.ts'
import { fractalNoise, gradientNoise } from '../noise.ts'
import { type Fold, soft } from './dye-bath.ts'

/** A cloth scrunched by hand: dyes in clouds, and creases that stayed white, branching wherever the cloth was pressed. */
export function crumpleFold(dyes: number, scale: number, random: Random): Fold {
  const cells = (count: number) => Math.max(1, Math.round(count / scale))
  const clouds = cloudField(cells(2), 0.5 + 1.1 / Math.sqrt(dyes), random)
  const [wide, fine] = [creaseField(cells(4), random), creaseField(cells(9), random)]
  const pressed = fieldOf(fractalNoise(random, cells(4), cells(4), 2))
  const rough = fieldOf(fractalNoise(random, cells(22), cells(22), 3, 0.6), 512)
  return (size, frame) => {
    const width = size * frame.repeats
    const readers = [clouds, wide, fine, pressed, rough].map((field) => ({
      read: fieldRows(field, size, frame),
      row: new Float32Array(width),
    }))
    const [cloud, broad, thin, press, grain] = readers.map(({ row }) => row)
    return (y, dye, resist) => {
      for (const { read, row } of readers) read(y, row)
      for (let x = 0; x < width; x++) {
        const uneven = grain?.[x] ?? 0
        const pressure = press?.[x] ?? 0
        dye[x] = (cloud?.[x] ?? 0) + 0.04 * uneven
        const crease = 1 - Math.abs(broad?.[x] ?? 1) * 5.5 + 0.28 * uneven + 0.7 * pressure
        const wrinkle = 1 - Math.abs(thin?.[x] ?? 1) * 7 + 0.3 * uneven - 0.25 + 0.9 * pressure
        resist[x] = Math.max(soft(0.15, 1.05, crease), 0.75 * soft(0.2, 1.1, wrinkle)) * 0.94
      }
    }
  }
}

/** Slow noise, twice warped, over as many turns of the dyes. */
function cloudField(cells: number, turns: number, random: Random): Field {
  const [bendX, bendY] = [fractalNoise(random, cells + 1, cells + 1, 3), fractalNoise(random, cells + 1, cells + 1, 3)]
  const noise = fractalNoise(random, cells, cells, 3, 0.45)
  const strength = 0.14 / cells
  const start = random.next()
  return fieldOf((x, y) => start + turns * noise(x + strength * bendX(x, y), y + strength * bendY(x, y)))
}

/** Passes through 0 along creases. */
function creaseField(cells: number, random: Random): Field {
  const [bendX, bendY] = [gradientNoise(random, cells * 2), gradientNoise(random, cells * 2)]
  const noise = fractalNoise(random, cells, cells, 2, 0.4)
  const strength = 0.2 / cells
  return fieldOf((x, y) => noise(x + strength * bendX(x, y), y + strength * bendY(x, y)))
}
