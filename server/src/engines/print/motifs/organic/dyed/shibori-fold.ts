import type { Random } from '../../../random.ts'
import { type Field, fieldOf } from '../field.ts'
import { fieldRows } from '../field-rows.ts'
import { fractalNoise, gradientNoise } from '../noise.ts'
import { type Fold, placesAlong, pleat, soft } from './dye-bath.ts'

/** How strongly a place is kept from the dye, about 0 to 1; x and y count repeats, `rough` is uneven about 0. */
type Binding = (x: number, y: number, rough: number) => number

/** Indigo resist: boards clamped on a folded cloth, pleats wound round a pole, or cloth bound in rings. */
export function shiboriFold(dyes: number, scale: number, random: Random): Fold {
  const binding = random.pick(clamped, wound, bound)(scale, random)
  const rough = fieldOf(fractalNoise(random, 12, 12, 5, 0.68), 512)
  const sway = { x: fieldOf(fractalNoise(random, 4, 4, 3)), y: fieldOf(fractalNoise(random, 4, 4, 3)) }
  const deep = fieldOf(gradientNoise(random, dyes > 3 ? 4 : 3))
  return (size, frame) => {
    const [alongX, alongY] = [placesAlong(size, frame.repeats, frame.phase.x), placesAlong(size, frame.repeats, frame.phase.y)]
    const readerOf = (field: Field) => ({ read: fieldRows(field, size, frame), row: new Float32Array(alongX.length) })
    const readers = [rough, sway.x, sway.y, deep].map(readerOf)
    const [grain, swayX, swayY, depth] = readers.map(({ row }) => row)
    return (y, dye, resist) => {
      for (const { read, row } of readers) read(y, row)
      for (let x = 0; x < dye.length; x++) {
        const uneven = grain?.[x] ?? 0
        const right = (alongX[x] ?? 0) + 0.006 * (swayX?.[x] ?? 0)
        const down = (alongY[y] ?? 0) + 0.006 * (swayY?.[x] ?? 0)
        // Two slopes: the white with its soft rim, and a wide pale halo where dye crept under.
        const kept = binding(right, down, uneven) + 0.1 * uneven
        dye[x] = 0.25 + 1.3 * (depth?.[x] ?? 0)
        resist[x] = 0.68 * soft(0.5, 0.62, kept) + 0.32 * soft(0.3, 0.78, kept)
      }
    }
  }
}

/** Itajime: folded in squares or triangles, a board on each side. Mirrored at each fold; folds themselves stay paler. */
function clamped(scale: number, random: Random): Binding {
  const folds = Math.max(1, Math.round(3 / scale))
  const board = random.pick<'square' | 'disc' | 'bars' | 'star'>('square', 'disc', 'bars', 'star')
  const size = random.between(0.42, 0.58)
  const edge = random.between(0.07, 0.12)
  return (x, y) => {
    const [u, v] = [pleat(x * folds), pleat(y * folds)]
    const [far, near] = [Math.max(u, v), Math.min(u, v)]
    const reach = {
      square: far,
      disc: Math.sqrt(u * u + v * v) * 0.9,
      bars: Math.abs(far - near) * 1.6,
      star: far + near * 0.75 - 0.18,
    }[board]
    const body = 0.56 + (size - reach) * 2.2
    const crease = 0.62 - ((1 - far) / edge) * 0.2
    const diagonal = 0.57 - ((far - near) / (edge * 0.7)) * 0.2
    return Math.max(body, crease, diagonal)
  }
}

/** Arashi: pleats pushed together on a pole, seen as slanting broken lines, "storm". */
function wound(scale: number, random: Random): Binding {
  const lines = Math.max(3, Math.round(13 / scale))
  const breaks = fieldOf(fractalNoise(random, Math.round(lines * 0.7), Math.round(lines * 0.7), 2))
  const bent = fieldOf(gradientNoise(random, 3))
  const rising = random.chance(0.5) ? 1 : -1
  const at = ({ n, values }: Field, x: number, y: number) =>
    values[(Math.round(y * n) & (n - 1)) * n + (Math.round(x * n) & (n - 1))] ?? 0
  return (x, y, rough) => {
    const line = pleat(lines * (y + rising * x) + 0.9 * at(bent, x, y) + 0.16 * rough)
    return 0.1 + 0.72 * line + 0.3 * at(breaks, x, y)
  }
}

/** Kumo: the cloth drawn up in points and bound round and round; rings pleated like a spider's web. */
function bound(scale: number, random: Random): Binding {
  const across = 2 * Math.max(1, Math.round(1.6 / scale))
  const rays = 9 + 2 * random.below(4)
  const rings = random.between(2.2, 3.2)
  return (x, y, rough) => {
    const column = Math.floor(x * across)
    const u = x * across - column - 0.5
    const v = y * across + (column & 1) / 2
    const w = v - Math.floor(v) - 0.5
    const away = Math.sqrt(u * u + w * w) * 2
    if (away > 1.05) return 0
    const fold = pleat((rays * Math.atan2(w, u)) / (2 * Math.PI) + 0.35 * rough)
    const ring = pleat(rings * away + 0.22 * (fold - 0.5) + 0.12 * rough)
    return soft(1.02, 0.84, away) * (0.22 + 0.45 * ring + 0.16 * fold) + (away < 0.12 ? 0.3 : 0)
  }
}
