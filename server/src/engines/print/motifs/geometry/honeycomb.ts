import type { Random } from '../../random.ts'
import { side } from '../frame.ts'
import { differing } from './inks.ts'
import type { Point } from './paths.ts'

/** Hexagons on their points, every second row moved by half of one; counts are those of one repeat. */
export interface Honeycomb {
  columns: number
  /** Even, so that it closes. */
  rows: number
  width: number
  /** From one row to the next: three quarters of a hexagon's height. */
  step: number
}

/** The honeycomb with about `wanted` hexagons in a row whose hexagons are as regular as a square repeat lets them be. */
export function honeycombOf(wanted: number): Honeycomb {
  const most = Math.max(3, Math.ceil(wanted * 1.35))
  const candidates = Array.from({ length: most }, (_, at) => {
    const columns = at + 1
    const ideal = columns * (2 / Math.sqrt(3))
    const rows = Math.max(2, 2 * Math.round(ideal / 2))
    return { columns, rows, fault: 4 * Math.abs(Math.log(rows / ideal)) + Math.abs(Math.log(columns / wanted)) }
  })
  const { columns, rows } = candidates.reduce((best, one) => (one.fault < best.fault ? one : best))
  return { columns, rows, width: side / columns, step: side / rows }
}

/** The middles of one repeat, row by row. */
export const middlesOf = ({ columns, rows, width, step }: Honeycomb): Point[] =>
  Array.from({ length: columns * rows }, (_, at) => {
    const row = Math.floor(at / columns)
    return { x: ((at % columns) + (row % 2) / 2 + 0.25) * width, y: (row + 0.4) * step }
  })

/** One of `choices` for each hexagon: two go by row, more are mixed so that neighbours differ. */
export function mixedOver(comb: Honeycomb, choices: number, random: Random): number[] {
  const { columns, rows } = comb
  const count = columns * rows
  return choices === 2
    ? Array.from({ length: count }, (_, at) => Math.floor(at / columns) % 2)
    : differing(count, choices, (at) => neighboursOf(comb, at), random)
}

/** The six hexagons round one, on the torus. */
function neighboursOf({ columns, rows }: Honeycomb, at: number): number[] {
  const [column, row] = [at % columns, Math.floor(at / columns)]
  const place = (c: number, r: number) => ((r + rows) % rows) * columns + ((c + columns) % columns)
  const left = row % 2 === 0 ? column - 1 : column
  const above = [-1, 1].flatMap((up) => [place(left, row + up), place(left + 1, row + up)])
  return [...above, place(column - 1, row), place(column + 1, row)]
}

/** The corners from the top one, clockwise; `share` is of the whole hexagon. */
export function hexagon({ x, y }: Point, { width, step }: Honeycomb, share = 1): Point[] {
  const [w, h] = [(width / 2) * share, ((step * 4) / 6) * share]
  return [
    { x, y: y - h },
    { x: x + w, y: y - h / 2 },
    { x: x + w, y: y + h / 2 },
    { x, y: y + h },
    { x: x - w, y: y + h / 2 },
    { x: x - w, y: y - h / 2 },
  ]
}
