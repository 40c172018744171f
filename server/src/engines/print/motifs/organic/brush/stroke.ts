import { hexToRgb } from '../../../colour/oklab.ts'
import type { Random } from '../../../random.ts'
import type { Raster } from '../../../raster.ts'
import { placesInFrame } from '../../drawing.ts'
import { type Frame, side } from '../../frame.ts'
import { type Field, fieldOf, valueAt } from '../field.ts'
import { gradientNoise } from '../noise.ts'

/** One pull of a flat brush, in drawing units. */
export interface Stroke {
  /** Its middle. */
  x: number
  y: number
  length: number
  width: number
  /** Where it goes, as a unit vector. */
  toX: number
  toY: number
  /** How far its middle stands out from the line between its ends. */
  bend: number
  colour: string
  /** How soon the brush runs dry, 0 to 1. */
  dryness: number
  /** How round its ends are, from 0, cut straight, to 1, half a circle. */
  roundness: number
}

/** A brush: what each part across it carries, and how paint breaks up under it. */
export interface Bristles {
  /** Along x the way of the stroke, along y across the brush. */
  grain: Field
  seed: number
}

export function bristlesOf(random: Random): Bristles {
  const long = gradientNoise(random, 7, 128)
  const fine = gradientNoise(random, 22, 64)
  return { grain: fieldOf((x, y) => 0.75 * long(x, y) + 0.45 * fine(x, y), 512), seed: random.next() }
}

/** How much ridges of paint differ from its colour, as a share of lightness: it stays the colour asked for. */
const ridges = 0.045
/** Units across one turn of the grain; along the stroke it is stretched to the whole side. */
const grainWidth = 420

/** Lays a stroke on the picture wherever the frame shows it. */
export function layStroke(picture: Raster, stroke: Stroke, bristles: Bristles, order: number, size: number, frame: Frame): void {
  const reach = (stroke.length + stroke.width) / 2 + Math.abs(stroke.bend)
  for (const place of placesInFrame(frame, stroke.x, stroke.y, reach)) {
    layAt(picture, { ...stroke, x: place.x, y: place.y }, bristles, order * 0.618 + bristles.seed, size / side, reach)
  }
}

function layAt(picture: Raster, stroke: Stroke, { grain }: Bristles, start: number, pixels: number, reach: number): void {
  const { x, y, toX, toY, length, width, bend } = stroke
  const [r, g, b] = hexToRgb(stroke.colour)
  const { data } = picture
  const lastRow = Math.min(picture.height - 1, Math.ceil((y + reach) * pixels))
  for (let row = Math.max(0, Math.floor((y - reach) * pixels)); row <= lastRow; row++) {
    const dy = (row + 0.5) / pixels - y
    const [from, to] = spanOf(stroke, dy)
    const last = Math.min(picture.width - 1, Math.ceil((x + to) * pixels))
    for (let column = Math.max(0, Math.floor((x + from) * pixels)); column <= last; column++) {
      const dx = (column + 0.5) / pixels - x
      const along = (dx * toX + dy * toY) / length
      const over = dy * toX - dx * toY - bend * (1 - 4 * along * along) + bend / 2
      const across = over / width
      const rim = (0.5 - Math.abs(across)) * width * pixels
      if (rim < -3 || along < -0.56 || along > 0.56) continue
      const texture = valueAt(grain, start + (along * length) / side, start * 7 + over / grainWidth)
      const load = valueAt(grain, start * 3, start * 5 + over / grainWidth)
      const cover = coverAt(stroke, along, across, rim, texture, load, pixels)
      if (cover <= 0) continue
      const shade = 1 + ridges * texture
      const at = (row * picture.width + column) * 3
      data[at] = mixed(data[at] ?? 0, r * shade, cover)
      data[at + 1] = mixed(data[at + 1] ?? 0, g * shade, cover)
      data[at + 2] = mixed(data[at + 2] ?? 0, b * shade, cover)
    }
  }
}

const mixed = (under: number, over: number, cover: number) => Math.min(255, under + (over - under) * cover + 0.5)

/** From where to where a stroke can reach at a height, from its middle. */
function spanOf({ toX, toY, length, width, bend }: Stroke, dy: number): [number, number] {
  const thick = width / 2 + Math.abs(bend) + 4
  const long = length * 0.56
  let [from, to] = [-long - thick, long + thick]
  if (Math.abs(toY) > 0.02) {
    const [p, q] = [(dy * toX - thick) / toY, (dy * toX + thick) / toY]
    from = Math.max(from, Math.min(p, q))
    to = Math.min(to, Math.max(p, q))
  }
  if (Math.abs(toX) > 0.02) {
    const [p, q] = [(-long - dy * toY) / toX, (long - dy * toY) / toX]
    from = Math.max(from, Math.min(p, q))
    to = Math.min(to, Math.max(p, q))
  }
  return [from, to]
}

/**
 * How much of the ground a place of a stroke covers, 0 to 1. Bristles begin and lift unevenly; towards the end only where
 * they carry much does paint still reach the cloth.
 */
function coverAt(
  { length, width, dryness, roundness }: Stroke,
  along: number,
  across: number,
  rim: number,
  texture: number,
  load: number,
  pixels: number,
): number {
  const ragged = 0.05 * (1 - roundness * roundness)
  const rounding = roundness * width * (0.5 - Math.sqrt(Math.max(0, 0.25 - across * across)))
  const begin = ((along + 0.5 - 0.3 * ragged * (1 + load)) * length - rounding) * pixels
  const end = ((0.5 + ragged * (load - 0.6) - along) * length - rounding) * pixels
  const edge = Math.min(rim + 1.2 * texture, begin, end)
  if (edge <= -0.5) return 0
  const spent = dryness * (along + 0.5) ** 2 * 1.5 + 0.35 * dryness * across * across
  const carried = (0.55 + 0.55 * texture + 0.5 * load - spent) * 7 + 0.5
  return Math.min(1, Math.max(0, Math.min(edge + 0.5, carried)))
}
