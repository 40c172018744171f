import { hexToRgb } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import type { Raster } from '../../raster.ts'
import { side } from '../frame.ts'
import type { Binding } from './bindings.ts'

/** Px of one repeat, and by how much the picture begins after it. */
interface Place {
  size: number
  shift: { x: number; y: number }
}

/** Side of the square of chance that the mottle repeats, in drawing units; it divides the repeat. */
const grain = 256

/** Shades a cloth by chance, px by px of the smallest picture, as carded wool takes the dye. `share` is the most. */
export function mottle({ data, width, height }: Raster, share: number, { size, shift }: Place, random: Random): void {
  const light = Float32Array.from({ length: grain * grain }, () => 1 + (random.next() + random.next() - 1) * share)
  const unit = side / size
  const picture = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  for (let y = 0, at = 0; y < height; y++) {
    const row = (Math.floor((y + shift.y) * unit) & (grain - 1)) * grain
    for (let x = 0; x < width; x++, at += 3) {
      const by = light[row + (Math.floor((x + shift.x) * unit) & (grain - 1))] ?? 1
      picture[at] = (picture[at] ?? 0) * by
      picture[at + 1] = (picture[at + 1] ?? 0) * by
      picture[at + 2] = (picture[at + 2] ?? 0) * by
    }
  }
}

interface Flecks {
  colours: readonly string[]
  /** Share of crossings that have one. */
  share: number
}

/** Spins neps into a cloth: a fleck is nearly as wide as the thread it lies on and one or two threads long. */
export function fleck(cloth: Raster, binding: Binding, threads: number, flecks: Flecks, place: Place, random: Random): void {
  const count = Math.round(threads * threads * flecks.share)
  const colours = flecks.colours.map(hexToRgb)
  const pixels = place.size / threads
  for (let made = 0; made < count; made++) {
    const [warp, pick] = [random.below(threads), random.below(threads)]
    const colour = colours[random.below(colours.length)] ?? [0, 0, 0]
    const length = 1 + random.below(2)
    const upright = binding.over(warp, pick)
    const [wide, high] = upright ? [1, length] : [length, 1]
    const [inX, inY] = upright ? [0.2, 0.1] : [0.1, 0.2]
    const edges = [warp + inX, pick + inY, warp + wide - inX, pick + high - inY].map((thread) => Math.round(thread * pixels))
    paint(cloth, edges, colour, place)
  }
}

/** Mixes a colour into a rectangle of the repeat, wherever it shows. */
function paint({ data, width, height }: Raster, edges: number[], colour: number[], { size, shift }: Place): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = edges
  const first = (at: number, by: number) => (((at - by) % size) + size) % size
  for (let inY = top; inY < bottom; inY++) {
    for (let y = first(inY, shift.y); y < height; y += size) {
      for (let inX = left; inX < right; inX++) {
        for (let x = first(inX, shift.x); x < width; x += size) {
          const at = (y * width + x) * 3
          for (let c = 0; c < 3; c++) data[at + c] = Math.round((data[at + c] ?? 0) * 0.25 + (colour[c] ?? 0) * 0.75)
        }
      }
    }
  }
}
