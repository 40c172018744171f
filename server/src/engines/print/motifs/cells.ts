import type { Random } from '../random.ts'
import { side } from './frame.ts'
import type { Point } from './geometry/paths.ts'

/** A thing to which a cell belongs, on the torus of one repeat. */
export interface Site {
  x: number
  y: number
  radius: number
}

/**
 * Convex cells that never overlap, each relative to its site: the power diagram of the sites' circles (Aurenhammer, 1987), so that
 * a large circle has a large cell, cut into what `outlineOf` gives. `gap` parts neighbours, in drawing units.
 */
export function cellsOf(sites: readonly Site[], gap: number, outlineOf: (site: Site) => Point[]): Point[][] {
  return sites.map((site) => {
    let cell = outlineOf(site)
    let reach = reachOf(cell)
    // A cell that reaches far has neighbours in the next repeats, itself among them.
    const repeats = reach > side / 4 ? around : here
    for (const other of sites) {
      for (const repeat of repeats) {
        // Beyond this the border between the two lies outside the cell.
        const far = 2 * (reach + other.radius) + gap
        const dx = nearest(other.x - site.x) + repeat.x * side
        if (dx > far || dx < -far) continue
        const dy = nearest(other.y - site.y) + repeat.y * side
        if (dy > far || dy < -far) continue
        const away = Math.sqrt(dx * dx + dy * dy)
        if (away === 0) continue
        const limit = (away * away + site.radius ** 2 - other.radius ** 2) / (2 * away) - gap / 2
        if (limit >= reach) continue
        cell = clipped(cell, dx / away, dy / away, limit)
        reach = reachOf(cell)
      }
    }
    return cell
  })
}

const here: readonly Point[] = [{ x: 0, y: 0 }]
const around: readonly Point[] = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => ({ x, y })))

/** The part of a convex polygon whose points p have p · (nx, ny) ≤ limit. */
export function clipped(polygon: readonly Point[], nx: number, ny: number, limit: number): Point[] {
  const kept: Point[] = []
  polygon.forEach((point, at) => {
    const before = polygon.at(at - 1) ?? point
    const [from, to] = [before.x * nx + before.y * ny - limit, point.x * nx + point.y * ny - limit]
    if (from * to < 0) {
      const share = from / (from - to)
      kept.push({ x: before.x + (point.x - before.x) * share, y: before.y + (point.y - before.y) * share })
    }
    if (to <= 0) kept.push(point)
  })
  return kept
}

/** An irregular convex polygon of about a circle's size: `corners` sides at uneven angles and distances, drawn in along one direction. */
export function brokenOutline(radius: number, corners: number, squeeze: number, random: Random): Point[] {
  const far = radius * 1.5
  let polygon: Point[] = [
    { x: -far, y: -far },
    { x: far, y: -far },
    { x: far, y: far },
    { x: -far, y: far },
  ]
  const turn = random.next() * 2 * Math.PI
  const start = random.next() * 2 * Math.PI
  for (let at = 0; at < corners; at++) {
    const angle = start + ((at + random.between(-0.3, 0.3)) / corners) * 2 * Math.PI
    const distance = 1.15 * Math.cos(Math.PI / corners) * random.between(0.82, 1.12)
    const drawnIn = 1 - (1 - squeeze) * Math.abs(Math.cos(angle - turn))
    polygon = clipped(polygon, Math.cos(angle), Math.sin(angle), radius * distance * drawnIn)
  }
  return polygon
}

/** A convex polygon with every side moved inwards by `by`. */
export function inset(polygon: readonly Point[], by: number): Point[] {
  let inner = [...polygon]
  polygon.forEach((point, at) => {
    const before = polygon.at(at - 1) ?? point
    const [dx, dy] = [point.x - before.x, point.y - before.y]
    const length = Math.sqrt(dx * dx + dy * dy)
    // Corners go clockwise on the screen, so the outside lies to the left of a side.
    if (length > 0) inner = clipped(inner, dy / length, -dx / length, (before.x * dy - before.y * dx) / length - by)
  })
  return inner
}

/** Breaks a convex polygon across its longer way, and its halves again, until `done` with a piece. */
export function shattered(polygon: Point[], done: (piece: Point[]) => boolean, random: Random): Point[][] {
  if (polygon.length < 3 || done(polygon)) return [polygon]
  const { angle, middle } = longestWay(polygon)
  const crack = angle + random.between(-0.55, 0.55)
  const [x, y] = [Math.cos(crack), Math.sin(crack)]
  const at = middle.x * x + middle.y * y + random.between(-0.14, 0.14) * reachOf(polygon)
  const halves = [clipped(polygon, x, y, at), clipped(polygon, -x, -y, -at)].filter(({ length }) => length > 2)
  return halves.length < 2 ? [polygon] : halves.flatMap((half) => shattered(half, done, random))
}

/** The direction between the two corners that are farthest apart, and the place between them. */
function longestWay(polygon: readonly Point[]): { angle: number; middle: Point } {
  let best = { dx: 1, dy: 0, middle: { x: 0, y: 0 } }
  for (const p of polygon) {
    for (const q of polygon) {
      const [dx, dy] = [q.x - p.x, q.y - p.y]
      if (dx * dx + dy * dy > best.dx ** 2 + best.dy ** 2) best = { dx, dy, middle: { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 } }
    }
  }
  return { angle: Math.atan2(best.dy, best.dx), middle: best.middle }
}

/** In square drawing units. */
export function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, point, at) => {
    const before = polygon.at(at - 1) ?? point
    return sum + before.x * point.y - point.x * before.y
  }, 0)
  return Math.abs(twice) / 2
}

const nearest = (d: number) => d - side * Math.round(d / side)

export const reachOf = (polygon: readonly Point[]) =>
  Math.sqrt(polygon.reduce((most, { x, y }) => Math.max(most, x * x + y * y), 0))
