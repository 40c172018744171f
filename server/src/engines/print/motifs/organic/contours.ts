import { decimal } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import type { Field } from './field.ts'

/** Contour corners nearer than this share of a cell are one. */
const sameCorner = 0.35

/**
 * The svg path round everything of a field that lies above `level`, in the frame's drawing units: marching squares, its
 * corners joined by quadratic curves through the middles of the sides. Loops are closed outside the frame; fill it evenodd.
 */
export function contourPath(field: Field, level: number, frame: Frame): string {
  const window = windowOn(field, level, frame)
  return loopsOf(window)
    .map((loop) => smoothLoop(loop, window))
    .join('')
}

/** The part of the field that the frame shows and two cells more, over the level or below; its rim lies below. */
interface Window {
  width: number
  values: Float32Array
  /** Drawing units from node to node, and where node 0 lies. */
  cell: number
  left: number
  top: number
}

function windowOn({ n, values }: Field, level: number, { repeats, phase }: Frame): Window {
  const cell = side / n
  const column = Math.floor(phase.x / cell) - 2
  const row = Math.floor(phase.y / cell) - 2
  const width = n * repeats + 6
  const seen = new Float32Array(width * width).fill(-1)
  for (let y = 1; y < width - 1; y++) {
    const from = ((row + y) & (n - 1)) * n
    for (let x = 1; x < width - 1; x++) seen[y * width + x] = (values[from + ((column + x) & (n - 1))] ?? 0) - level
  }
  return { width, values: seen, cell, left: column * cell - phase.x, top: row * cell - phase.y }
}

/**
 * Which side of a cell each stretch of contour enters and leaves by, so that what lies above is on its right. Sides are
 * 0 top, 1 right, 2 bottom, 3 left; corners count 1 top left, 2 top right, 4 bottom right, 8 bottom left.
 */
const stretches: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
]

/** The closed loops of a contour, as the numbers of the grid's sides that they cross: twice the node, plus 1 for a side downwards. */
function loopsOf({ width, values }: Window): Int32Array[] {
  const next = new Int32Array(width * width * 2).fill(-1)
  const starts: number[] = []
  for (let y = 0; y < width - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const node = y * width + x
      const corners =
        ((values[node] ?? 0) > 0 ? 1 : 0) |
        ((values[node + 1] ?? 0) > 0 ? 2 : 0) |
        ((values[node + width + 1] ?? 0) > 0 ? 4 : 0) |
        ((values[node + width] ?? 0) > 0 ? 8 : 0)
      if (corners === 0 || corners === 15) continue
      const sides = [2 * node, 2 * (node + 1) + 1, 2 * (node + width), 2 * node + 1]
      const stretch = stretches[corners] ?? []
      for (let at = 0; at < stretch.length; at += 2) {
        const from = sides[stretch[at] ?? 0] ?? 0
        next[from] = sides[stretch[at + 1] ?? 0] ?? 0
        starts.push(from)
      }
    }
  }
  return starts.flatMap((start) => takeLoop(next, start))
}

function takeLoop(next: Int32Array, start: number): Int32Array[] {
  const loop: number[] = []
  for (let at = start; (next[at] ?? -1) >= 0; ) {
    loop.push(at)
    const to = next[at] ?? -1
    next[at] = -1
    at = to
  }
  return loop.length < 3 ? [] : [Int32Array.from(loop)]
}

function smoothLoop(loop: Int32Array, { width, values, cell, left, top }: Window): string {
  const points: number[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (const crossed of loop) {
    const node = crossed >> 1
    const other = crossed & 1 ? node + width : node + 1
    const here = values[node] ?? 0
    const share = here / (here - (values[other] ?? 0))
    const x = (node % width) + (crossed & 1 ? 0 : share)
    const y = Math.floor(node / width) + (crossed & 1 ? share : 0)
    if (Math.abs(x - lastX) + Math.abs(y - lastY) < sameCorner) continue
    points.push(left + x * cell, top + y * cell)
    ;[lastX, lastY] = [x, y]
  }
  return points.length < 6 ? '' : throughMiddles(points)
}

/** A closed path through the middles of a polygon's sides, its corners drawing the curves; x and y in turn. */
export function throughMiddles(points: readonly number[]): string {
  const count = points.length
  const at = (index: number) => points[(index + count) % count] ?? 0
  let path = `M${decimal((at(-2) + at(0)) / 2)} ${decimal((at(-1) + at(1)) / 2)}`
  for (let i = 0; i < count; i += 2) {
    path += `Q${decimal(at(i))} ${decimal(at(i + 1))} ${decimal((at(i) + at(i + 2)) / 2)} ${decimal((at(i + 1) + at(i + 3)) / 2)}`
  }
  return `${path}Z`
}
