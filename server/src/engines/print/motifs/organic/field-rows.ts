import { type Frame, side } from '../frame.ts'
import type { Field } from './field.ts'

/** Fills `row` with a field's values along line y of the picture. */
export type FieldRows = (y: number, row: Float32Array) => void

/**
 * Reads a field at `size` px a repeat, line by line: cubic B-splines, so that slopes and bends are smooth and the values
 * never leave their range. Rows of the grid are mixed once a line; px only look along them.
 */
export function fieldRows({ n, values }: Field, size: number, frame: Frame): FieldRows {
  const width = size * frame.repeats
  const across = splineSteps(width, size, n, frame.phase.x)
  const down = splineSteps(width, size, n, frame.phase.y)
  const line = new Float32Array(n + 3)
  return (y, row) => {
    const first = down.nodes[y] ?? 0
    const rows = [0, 1, 2, 3].map((at) => ((first + at) & (n - 1)) * n)
    const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rows
    const w = y * 4
    const w0 = down.weights[w] ?? 0
    const w1 = down.weights[w + 1] ?? 0
    const w2 = down.weights[w + 2] ?? 0
    const w3 = down.weights[w + 3] ?? 0
    for (let x = 0; x < n; x++) {
      line[x] = (values[r0 + x] ?? 0) * w0 + (values[r1 + x] ?? 0) * w1 + (values[r2 + x] ?? 0) * w2 + (values[r3 + x] ?? 0) * w3
    }
    line.copyWithin(n, 0, 3)
    mixAlong(line, across, row)
  }
}

interface SplineSteps {
  /** The first of the four nodes that a px mixes. */
  nodes: Int32Array
  /** Four for each px. */
  weights: Float32Array
}

function mixAlong(line: Float32Array, { nodes, weights }: SplineSteps, row: Float32Array): void {
  for (let x = 0, w = 0; x < nodes.length; x++, w += 4) {
    const at = nodes[x] ?? 0
    row[x] =
      (line[at] ?? 0) * (weights[w] ?? 0) +
      (line[at + 1] ?? 0) * (weights[w + 1] ?? 0) +
      (line[at + 2] ?? 0) * (weights[w + 2] ?? 0) +
      (line[at + 3] ?? 0) * (weights[w + 3] ?? 0)
  }
}

/** For each px along a line of the picture: which nodes, and how much of each (uniform cubic B-spline). */
function splineSteps(width: number, size: number, n: number, phase: number): SplineSteps {
  const nodes = new Int32Array(width)
  const weights = new Float32Array(width * 4)
  for (let px = 0; px < width; px++) {
    // Within one repeat, so that every repeat computes the very same numbers.
    const at = (((px % size) / size + phase / side) % 1) * n
    const node = Math.floor(at)
    const t = at - node
    nodes[px] = (node - 1) & (n - 1)
    const s = 1 - t
    weights.set(
      [(s * s * s) / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * s * s * s - 6 * s * s + 4) / 6, (t * t * t) / 6],
      px * 4,
    )
  }
  return { nodes, weights }
}
