import type { Noise } from './noise.ts'

/** Values on a square grid over one repeat, closed to a torus: row after row, `n` a power of two. */
export interface Field {
  n: number
  values: Float32Array
}

/** The usual fineness: coarse enough to be quick, fine enough that curves drawn through it are smooth. */
export const usualGrid = 256

export const emptyField = (n: number): Field => ({ n, values: new Float32Array(n * n) })

/** The field of a function of place; x and y count repeats, from 0 to 1. */
export function fieldOf(valueAt: Noise, n = usualGrid): Field {
  const field = emptyField(n)
  for (let y = 0, at = 0; y < n; y++) for (let x = 0; x < n; x++, at++) field.values[at] = valueAt(x / n, y / n)
  return field
}

/** The field's value between its nodes, by straight interpolation; x and y count repeats. */
export function valueAt({ n, values }: Field, x: number, y: number): number {
  const u = x * n
  const v = y * n
  const column = Math.floor(u)
  const row = Math.floor(v)
  const fx = u - column
  const fy = v - row
  const left = column & (n - 1)
  const right = (column + 1) & (n - 1)
  const top = (row & (n - 1)) * n
  const bottom = ((row + 1) & (n - 1)) * n
  const upper = (values[top + left] ?? 0) * (1 - fx) + (values[top + right] ?? 0) * fx
  const lower = (values[bottom + left] ?? 0) * (1 - fx) + (values[bottom + right] ?? 0) * fx
  return upper * (1 - fy) + lower * fy
}

/** The value that `share` of the field lies below. */
export function quantile({ values }: Field, share: number): number {
  const sorted = values.filter((_, at) => at % 5 === 0).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** The field averaged three times over boxes of `2 * across + 1` by `2 * down + 1` nodes, which is nearly a Gauss bell. */
export function blurred(field: Field, across: number, down = across): Field {
  let values = field.values
  for (let pass = 0; pass < 3; pass++) {
    if (across > 0) values = boxed(values, field.n, across, 1, field.n)
    if (down > 0) values = boxed(values, field.n, down, field.n, 1)
  }
  return { n: field.n, values }
}

/** Running means along lines; `step` parts neighbours in a line, `next` parts lines. */
function boxed(values: Float32Array, n: number, radius: number, step: number, next: number): Float32Array {
  const out = new Float32Array(values.length)
  const share = 1 / (2 * radius + 1)
  for (let line = 0; line < n; line++) {
    const base = line * next
    let sum = 0
    for (let at = -radius; at <= radius; at++) sum += values[base + (at & (n - 1)) * step] ?? 0
    for (let at = 0; at < n; at++) {
      out[base + at * step] = sum * share
      sum += (values[base + ((at + radius + 1) & (n - 1)) * step] ?? 0) - (values[base + ((at - radius) & (n - 1)) * step] ?? 0)
    }
  }
  return out
}
