import { decimal } from '../drawing.ts'

/** A quarter of a tile's outline: cubic curves from its top (0, −1) to its right (1, 0). The rest is its mirror image. */
export type Edge = readonly EdgePoint[]
type EdgePoint = readonly [x: number, y: number]

/** Four lobes: the halves of two circles. Tiles touch at their lobes; stars of the ground stay between them. */
export const lobes: Edge = [
  [0, -1],
  [0.276, -1],
  [0.5, -0.776],
  [0.5, -0.5],
  [0.776, -0.5],
  [1, -0.276],
  [1, 0],
]
/** An onion: this and the lantern are their own image turned about (½, −½), so that the tiles fill the cloth. */
export const ogee: Edge = [
  [0, -1],
  [0, -0.45],
  [1, -0.55],
  [1, 0],
]
/** The lantern of Moroccan tiles. */
export const lantern: Edge = [
  [0, -1],
  [0.04, -0.82],
  [0.14, -0.72],
  [0.32, -0.72],
  [0.44, -0.72],
  [0.5, -0.62],
  [0.5, -0.5],
  [0.5, -0.38],
  [0.56, -0.28],
  [0.68, -0.28],
  [0.86, -0.28],
  [0.96, -0.18],
  [1, 0],
]

/** The whole outline from its quarter, with half a width and half a height. */
export function outline(edge: Edge, halfWidth: number, halfHeight: number): string {
  const mirrored = (points: Edge, x: number, y: number) =>
    points.slice(1).map(([px, py]) => `${decimal(px * x * halfWidth)} ${decimal(py * y * halfHeight)}`)
  const fine = halved(halved(edge))
  const back = fine.toReversed()
  const around = [...mirrored(fine, 1, 1), ...mirrored(back, 1, -1), ...mirrored(fine, -1, -1), ...mirrored(back, -1, 1)]
  return `M0 ${decimal(-halfHeight)}C${around.join(' ')}Z`
}

/** The same curves, each cut in its middle (de Casteljau): short curves are drawn alike wherever an edge of the picture cuts them. */
function halved(edge: Edge): Edge {
  const between = (p: EdgePoint, q: EdgePoint): EdgePoint => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
  const [start] = edge
  if (!start) return edge
  const cut: EdgePoint[] = [start]
  for (let at = 0; at + 3 < edge.length; at += 3) {
    const [p = start, q = p, r = q, s = r] = edge.slice(at, at + 4)
    const [pq, qr, rs] = [between(p, q), between(q, r), between(r, s)]
    const [left, right] = [between(pq, qr), between(qr, rs)]
    cut.push(pq, left, between(left, right), right, rs, s)
  }
  return cut
}
