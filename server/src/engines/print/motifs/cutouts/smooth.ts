import { decimal } from '../drawing.ts'
import type { Point } from '../geometry/paths.ts'

/** A closed curve through the points (Catmull–Rom). `tightness` 0 gives straight sides, 1 the usual roundness. */
export function smoothPath(points: readonly Point[], tightness = 1): string {
  const at = (index: number) => points[(index + points.length) % points.length] ?? { x: 0, y: 0 }
  const n = ({ x, y }: Point) => `${decimal(x)} ${decimal(y)}`
  const share = tightness / 6
  const curves = points.map((from, index) => {
    const [before, to, after] = [at(index - 1), at(index + 1), at(index + 2)]
    const leave = { x: from.x + (to.x - before.x) * share, y: from.y + (to.y - before.y) * share }
    const arrive = { x: to.x - (after.x - from.x) * share, y: to.y - (after.y - from.y) * share }
    return `C${n(leave)} ${n(arrive)} ${n(to)}`
  })
  return `M${n(at(0))}${curves.join('')}Z`
}

/** The polygon as a pebble: a curve that touches the middle of every side. */
export function pebblePath(corners: readonly Point[]): string {
  const middle = (p: Point, q: Point) => `${decimal((p.x + q.x) / 2)} ${decimal((p.y + q.y) / 2)}`
  const [first] = corners
  if (!first) return ''
  const curves = corners.map(
    (corner, index) =>
      `Q${decimal(corner.x)} ${decimal(corner.y)} ${middle(corner, corners[(index + 1) % corners.length] ?? first)}`,
  )
  return `M${middle(corners.at(-1) ?? first, first)}${curves.join('')}Z`
}
