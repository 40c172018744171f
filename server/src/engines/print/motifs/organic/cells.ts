import type { Random } from '../../random.ts'
import { side } from '../frame.ts'
import { distance, type Point } from '../geometry/paths.ts'
import { type Seed, Seeds } from './seeds.ts'

/** One cell of a repeat: everything nearer to its middle than to the others', as far as the sizes allow. */
export interface Cell {
  middle: Point
  /** Evenly spaced round its rim, corners rounded off; from the middle. */
  rim: Point[]
  /** Mean distance of the rim from the middle, in drawing units. */
  radius: number
}

/** Points along each cell's rim. */
const rimPoints = 40

/**
 * Cells that fill one repeat on the torus, of about `radius`, by a power diagram of scattered discs: `spread` 0 to 1 says
 * how much their sizes differ; `slimness` above 1 makes them taller than wide.
 */
export function cellsOf(radius: number, spread: number, slimness: number, random: Random): Cell[] {
  const seeds = scattered(radius, spread, slimness, random)
  return seeds.all.map((seed) => {
    const corners = cornersOf(seed, seeds.around(seed, 2), slimness).map(({ x, y }) => ({ x: x / slimness, y }))
    const rim = rounded(spacedRim(corners))
    const reach = rim.reduce((sum, { x, y }) => sum + Math.sqrt(x * x + y * y), 0) / rim.length
    return { middle: { x: seed.x / slimness, y: seed.y }, rim, radius: reach }
  })
}

/** Discs thrown until hardly any more fit, in a space stretched sideways by `slimness`. */
function scattered(radius: number, spread: number, slimness: number, random: Random): Seeds {
  const seeds = new Seeds(radius * 2.7, slimness)
  for (let failures = 0; failures < 260; ) {
    const own = radius * (1 + spread * (random.next() - 0.5))
    const seed = { x: random.next() * side * slimness, y: random.next() * side, radius: own }
    const free = seeds.around(seed, 1).every((other) => {
      const { x, y } = offset(seed, other, slimness)
      const least = (own + other.radius) * 0.88
      return x * x + y * y > least * least
    })
    if (free) seeds.add(seed)
    failures = free ? 0 : failures + 1
  }
  return seeds
}

/** The shortest way from one place to another round the stretched torus. */
function offset(from: Point, to: Point, slimness: number): Point {
  const along = (d: number, extent: number) => d - extent * Math.round(d / extent)
  return { x: along(to.x - from.x, side * slimness), y: along(to.y - from.y, side) }
}

/** The corners of a seed's cell, from the seed: a square cut by the line that parts it from each neighbour. */
function cornersOf(seed: Seed, seeds: readonly Seed[], slimness: number): Point[] {
  const reach = seed.radius * 3
  let corners: Point[] = [
    { x: -reach, y: -reach },
    { x: reach, y: -reach },
    { x: reach, y: reach },
    { x: -reach, y: reach },
  ]
  for (const other of seeds) {
    if (other === seed) continue
    const { x, y } = offset(seed, other, slimness)
    const squared = x * x + y * y
    if (squared > 4 * reach * reach) continue
    const limit = (squared + seed.radius * seed.radius - other.radius * other.radius) / 2
    corners = cutBy(corners, x, y, limit)
  }
  return corners
}

/** The part of a convex polygon where x * across + y * down stays under the limit. */
function cutBy(corners: readonly Point[], across: number, down: number, limit: number): Point[] {
  return corners.flatMap((corner, at) => {
    const next = corners[(at + 1) % corners.length] ?? corner
    const here = corner.x * across + corner.y * down - limit
    const there = next.x * across + next.y * down - limit
    const kept = here <= 0 ? [corner] : []
    if (here <= 0 === there <= 0) return kept
    const share = here / (here - there)
    return [...kept, { x: corner.x + (next.x - corner.x) * share, y: corner.y + (next.y - corner.y) * share }]
  })
}

function spacedRim(corners: readonly Point[]): Point[] {
  const sides = corners.map((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from
    return { from, to, length: distance(from, to) }
  })
  const step = sides.reduce((sum, { length }) => sum + length, 0) / rimPoints
  const points: Point[] = []
  let due = step / 2
  for (const { from, to, length } of sides) {
    for (; due < length && points.length < rimPoints; due += step) {
      const share = due / length
      points.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
    }
    due -= length
  }
  return points
}

/** The rim with each point drawn towards its neighbours, a few times over. */
function rounded(rim: readonly Point[]): Point[] {
  let points = [...rim]
  for (let pass = 0; pass < 5; pass++) {
    points = points.map((point, at) => {
      const before = points.at(at - 1) ?? point
      const after = points[(at + 1) % points.length] ?? point
      return { x: (before.x + 2 * point.x + after.x) / 4, y: (before.y + 2 * point.y + after.y) / 4 }
    })
  }
  return points
}
