import { hexToRgb, toned } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import { emptyRaster } from '../../raster.ts'
import type { Painter } from '../drawing.ts'
import { side } from '../frame.ts'
import { emptyField, type Field, fieldOf, usualGrid, valueAt } from './field.ts'
import { type FieldRows, fieldRows } from './field-rows.ts'
import { fractalNoise } from './noise.ts'

/** One family of veins. */
interface Veins {
  /** How far a place is from the nearest vein, in drawing units; the sign says on which side. */
  distance: Field
  /** Half a vein's breadth in drawing units; under 0 it is closed. */
  breadth: Field
  colour: string
}

/** How many veins lie across a repeat, and half their breadth in drawing units. */
const broad = [
  { cells: 1.6, breadth: 9 },
  { cells: 2.6, breadth: 6.5 },
  { cells: 2.2, breadth: 8 },
] as const
const hairlines = { cells: 4.6, breadth: 1.6 } as const

/** Paints polished stone: clouds in the ground, and veins that run the same way, branch and close, `breadth` times the usual breadth. */
export function veinedStone(ground: string, colours: readonly string[], scale: number, breadth: number, random: Random): Painter {
  const clouds = fieldOf(fractalNoise(random, 3, 4, 4, 0.55))
  // Of few colours the last draws hairlines; of many each must be seen.
  const kinds = colours.length > 2 ? broad : [...broad.slice(0, 2), hairlines]
  const families = Array.from({ length: Math.max(3, colours.length) }, (_, at): Veins => {
    const kind = kinds[at % kinds.length] ?? hairlines
    return veinsOf(kind.cells / scale, kind.breadth * Math.sqrt(scale) * breadth, colours[at % colours.length] ?? ground, random)
  })
  return (size, frame) => {
    const stone = emptyRaster(size * frame.repeats, size * frame.repeats)
    const painters = families.map((veins) => ({
      colour: hexToRgb(veins.colour),
      distance: fieldRows(veins.distance, size, frame),
      breadth: fieldRows(veins.breadth, size, frame),
    }))
    const line = new Float32Array(stone.width * 3)
    const cloudRows = fieldRows(clouds, size, frame)
    for (let y = 0; y < stone.height; y++) {
      cloudLine(line, ground, cloudRows, y)
      for (const { colour, distance, breadth } of painters) veinLine(line, colour, distance, breadth, size / side, y)
      stone.data.set(line, y * stone.width * 3)
    }
    return stone
  }
}

/** Grid of what changes slowly. */
const coarse = usualGrid / 2

/** Veins run where a warped noise passes through 0, slanting across the repeat. */
function veinsOf(cells: number, breadth: number, colour: string, random: Random): Veins {
  const count = Math.max(1, Math.round(cells))
  const bendX = fieldOf(fractalNoise(random, count + 1, count + 2, 4, 0.54), coarse)
  const bendY = fieldOf(fractalNoise(random, count + 1, count + 2, 4, 0.54), coarse)
  const noise = fractalNoise(random, count, Math.max(1, Math.round(cells * 1.3)), 2, 0.3)
  const strength = 0.2 / (count + 1)
  const start = random.next()
  const shape = fieldOf((x, y) => {
    const [along, over] = [x + strength * valueAt(bendX, x, y), x + y + strength * valueAt(bendY, x, y)]
    // Waves across the slant: of noise alone most veins would close to rings.
    const wave = count * over + start
    return noise(along, over) + 1.4 * (Math.abs(wave - Math.floor(wave) - 0.5) - 0.25)
  })
  const open = fractalNoise(random, count + 1, count + 1, 3, 0.6)
  return {
    distance: distanceTo0(shape),
    breadth: fieldOf((x, y) => breadth * (0.4 + 1.2 * open(x, y)), coarse),
    colour,
  }
}

/** The value over its slope: how far, in drawing units, the place is from where the field passes through 0. */
function distanceTo0(field: Field): Field {
  const { n, values } = field
  const distance = emptyField(n)
  const unit = side / n
  for (let y = 0, at = 0; y < n; y++) {
    for (let x = 0; x < n; x++, at++) {
      const slopeX = valueAt(field, (x + 1) / n, y / n) - valueAt(field, (x - 1) / n, y / n)
      const slopeY = valueAt(field, x / n, (y + 1) / n) - valueAt(field, x / n, (y - 1) / n)
      distance.values[at] = ((values[at] ?? 0) * 2 * unit) / Math.max(0.004, Math.sqrt(slopeX * slopeX + slopeY * slopeY))
    }
  }
  return distance
}

/** Clouds are the ground a shade lighter and darker, so slight that it stays the colour asked for. */
function cloudLine(line: Float32Array, ground: string, clouds: FieldRows, y: number): void {
  const [r, g, b] = hexToRgb(ground)
  const [darkR, darkG, darkB] = hexToRgb(toned(ground, -0.045))
  const row = new Float32Array(line.length / 3)
  clouds(y, row)
  for (let x = 0, at = 0; x < row.length; x++, at += 3) {
    const value = (row[x] ?? 0) + 0.15
    const dark = Math.min(1, Math.max(0, value))
    line[at] = r + (darkR - r) * dark
    line[at + 1] = g + (darkG - g) * dark
    line[at + 2] = b + (darkB - b) * dark
  }
}

/** Lays one family of veins over a line: a core with soft rims, and a faint stain round it. */
function veinLine(
  line: Float32Array,
  [r, g, b]: readonly number[],
  distance: FieldRows,
  breadth: FieldRows,
  pixels: number,
  y: number,
): void {
  const away = new Float32Array(line.length / 3)
  const broad = new Float32Array(line.length / 3)
  distance(y, away)
  breadth(y, broad)
  for (let x = 0, at = 0; x < away.length; x++, at += 3) {
    const half = broad[x] ?? 0
    if (half <= 0.05) continue
    const off = Math.abs(away[x] ?? 0)
    if (off > half * 9) continue
    const core = ((half - off) * pixels) / 1.2 + 0.5
    const fade = 1 - off / (half * 9)
    const stain = (half < 2 ? half / 2 : 1) * 0.34 * fade * fade * fade
    const cover = Math.min(1, Math.max(core, stain))
    line[at] = (line[at] ?? 0) + ((r ?? 0) - (line[at] ?? 0)) * cover
    line[at + 1] = (line[at + 1] ?? 0) + ((g ?? 0) - (line[at + 1] ?? 0)) * cover
    line[at + 2] = (line[at + 2] ?? 0) + ((b ?? 0) - (line[at + 2] ?? 0)) * cover
  }
}
