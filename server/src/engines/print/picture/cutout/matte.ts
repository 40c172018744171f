import type { Layer, Raster } from '../../raster.ts'
import { resampled } from '../resample.ts'
import { boxSums } from './box-sums.ts'
import { field, fields, type LocalColours, localColours } from './local-colours.ts'
import type { Subject } from './subject.ts'

/**
 * Which share of each pixel is the subject, at the picture's full size: the grid's outline tells roughly where, the colours
 * on both sides of it tell exactly. A pixel which the edge divides gets the subject's own colour, without the ground's in
 * it, so that no rim of the old ground shows on a new one; so do those up to `spread` px outside.
 */
export async function matted(part: Raster, { grid, inside }: Pick<Subject, 'grid' | 'inside'>, spread: number): Promise<Layer> {
  const small = await resampled(part, grid.width, grid.height, 'fill')
  const cells = Math.ceil((spread * grid.width) / part.width)
  const colours = localColours(small, inside, Math.max(usualReach, cells + 2))
  const outline = softened(inside, grid.width, grid.height)
  const { width, height } = part
  const layer = { data: new Uint8Array(part.data), width, height, alpha: new Uint8Array(width * height) }
  const columns = Array.from({ length: width }, (_, x) => placeOn(x, width, grid.width))
  const guide = { grid, colours, outline, bare: cells <= slopeCells }
  for (let y = 0; y < height; y++) matteRow(layer, y, placeOn(y, height, grid.height), columns, guide)
  return layer
}

/** Cells round the outline whose colours are told. */
const usualReach = 4

/** Between which two cells a pixel lies, and how far from the first. */
interface Place {
  cell: number
  next: number
  share: number
}

function placeOn(px: number, length: number, cells: number): Place {
  const at = Math.min(cells - 1, Math.max(0, ((px + 0.5) * cells) / length - 0.5))
  const cell = Math.floor(at)
  return { cell, next: Math.min(cells - 1, cell + 1), share: at - cell }
}

/** Cells by which the outline's slope reaches beyond it. */
const slopeCells = 2

/** The outline as a slope over four cells, half in the middle. */
function softened(inside: Uint8Array, width: number, height: number): Float32Array {
  const whole = boxSums(new Float32Array(inside.length).fill(1), width, height, 1)
  const once = boxSums(Float32Array.from(inside), width, height, 1).map((sum, at) => sum / (whole[at] ?? 1))
  return boxSums(once, width, height, 1).map((sum, at) => sum / (whole[at] ?? 1))
}

interface Guide {
  grid: { width: number }
  colours: LocalColours
  outline: Float32Array
  /** What lies beyond the outline's slope is not asked for its own colour. */
  bare: boolean
}

function matteRow(layer: Layer, y: number, row: Place, columns: Place[], { grid, colours, outline, bare }: Guide): void {
  const { data, width, alpha } = layer
  if (!alpha) return
  const mixed = new Float64Array(fields)
  const [top, bottom] = [row.cell * grid.width, row.next * grid.width]
  for (let x = 0; x < width; x++) {
    const column = columns[x]
    if (!column) continue
    const a = top + column.cell
    const b = top + column.next
    const c = bottom + column.cell
    const d = bottom + column.next
    const right = column.share
    const down = row.share
    const upper = (outline[a] ?? 0) * (1 - right) + (outline[b] ?? 0) * right
    const rough = upper + ((outline[c] ?? 0) * (1 - right) + (outline[d] ?? 0) * right - upper) * down
    const at = y * width + x
    // A new layer is see-through.
    if (bare && rough <= 0) continue
    if (rough >= surely.in) {
      alpha[at] = 255
      continue
    }
    if (!(colours.near[a] || colours.near[b] || colours.near[c] || colours.near[d])) {
      alpha[at] = 255 * Math.round(sharper(rough))
      continue
    }
    let known = 0
    mixed.fill(0)
    known += blend(colours, a, (1 - right) * (1 - down), mixed)
    known += blend(colours, b, right * (1 - down), mixed)
    known += blend(colours, c, (1 - right) * down, mixed)
    known += blend(colours, d, right * down, mixed)
    const part = rough <= surely.out ? 0 : known < 0.01 ? sharper(rough) : shareOf(data, at * 3, mixed, known, rough)
    alpha[at] = Math.round(255 * part)
    if (known >= 0.01 && part < 1) cleanse(data, at * 3, mixed, known, part)
  }
}

/** Where the rough outline leaves no doubt. */
const surely = { out: 0.04, in: 0.96 }

const clamped = (value: number) => (value < 0 ? 0 : Math.min(value, 1))
const sharper = (rough: number) => clamped((rough - 0.5) * 3 + 0.5)
const slope = (from: number, to: number, value: number) => clamped((value - from) / (to - from))

function blend({ near, table }: LocalColours, cell: number, weight: number, into: Float64Array): number {
  if (!near[cell]) return 0
  for (let of = 0; of < fields; of++) into[of] = (into[of] ?? 0) + weight * (table[cell * fields + of] ?? 0)
  return weight
}

/** The subject's share of a pixel, by its colour where the sides differ, by the outline where they do not. */
function shareOf(data: Uint8Array, at: number, mixed: Float64Array, known: number, rough: number): number {
  const told =
    ((mixed[field.x] ?? 0) * (data[at] ?? 0) +
      (mixed[field.y] ?? 0) * (data[at + 1] ?? 0) +
      (mixed[field.z] ?? 0) * (data[at + 2] ?? 0) +
      (mixed[field.w] ?? 0)) /
    known
  const sureness = (mixed[field.sureness] ?? 0) / known
  const byColour = clamped((told - 0.5) * 1.2 + 0.5)
  const part = byColour * sureness + sharper(rough) * (1 - sureness)
  return Math.max(slope(0.7, 0.95, rough), Math.min(slope(0.05, 0.3, rough), part))
}

/** Takes the ground's colour out of a pixel: what is left of it differs from the subject's mean by as much as it can tell. */
function cleanse(data: Uint8Array, at: number, mixed: Float64Array, known: number, part: number): void {
  for (let c = 0; c < 3; c++) {
    const subject = (mixed[field.subject + c] ?? 0) / known
    const ground = (mixed[field.ground + c] ?? 0) / known
    const left = (data[at + c] ?? 0) - (subject * part + ground * (1 - part))
    data[at + c] = Math.max(0, Math.min(255, Math.round(subject + left * part)))
  }
}
