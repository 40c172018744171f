import type { Random } from '../../random.ts'
import { side } from '../frame.ts'
import type { Point } from '../geometry/paths.ts'

/** Places tried for each one kept. */
const tries = 12

/** A difference along one side of the torus, by the shorter way. */
export const nearest = (difference: number) => difference - side * Math.round(difference / side)

/** `count` places on the torus, each the farthest of several tries from those before it (Mitchell's best candidate). */
export function spread(count: number, random: Random): Point[] {
  const places: Point[] = []
  while (places.length < count) {
    const tried = Array.from({ length: tries }, () => ({ x: random.next() * side, y: random.next() * side }))
    const room = ({ x, y }: Point) =>
      Math.min(side ** 2, ...places.map((other) => nearest(x - other.x) ** 2 + nearest(y - other.y) ** 2))
    places.push(tried.reduce((best, one) => (room(one) > room(best) ? one : best)))
  }
  return places
}
