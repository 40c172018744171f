import type { Random } from '../../random.ts'
import { side } from '../frame.ts'

/** A disc of a shape that is drawn upright round 0,0: how far below the middle, and its radius. */
export type Disc = readonly [y: number, radius: number]

/** A shape to place: `discs` cover it where it has a radius of 100. */
export interface Shape {
  kind: number
  discs: readonly Disc[]
}

export interface Fitted {
  kind: number
  x: number
  y: number
  /** Of the circle round the whole shape. */
  radius: number
  /** Clockwise from upright, in radians. */
  angle: number
}

interface Size {
  radius: number
  /** Share by which radii differ. */
  spread: number
}

interface Fitting {
  sizes: readonly Size[]
  /** The least distance between two shapes, in drawing units. */
  gap: number
  /** How far a shape may lean from upright, in radians. */
  lean: number
}

/** Places tried in vain after which a size counts as full, and the most shapes of all sizes. */
const patience = 260
const most = 700
/** Buckets along one side of the repeat. */
const buckets = 16

/**
 * Places long shapes on a torus of one repeat so that none touches another: each is a row of discs, so that they lie closer than the
 * circles round them would.
 */
export function fitted(shapes: readonly [Shape, ...Shape[]], { sizes, gap, lean }: Fitting, random: Random): Fitted[] {
  const placed: Fitted[] = []
  const taken: { x: number; y: number; radius: number }[][] = Array.from({ length: buckets ** 2 }, () => [])
  const bucketOf = (at: number) => ((Math.floor((at / side) * buckets) % buckets) + buckets) % buckets
  const largest = Math.max(...sizes.map(({ radius, spread }) => radius * (1 + spread / 2))) * 0.9
  const free = (disc: { x: number; y: number; radius: number }) => {
    const reach = Math.min(buckets / 2, Math.ceil(((disc.radius + largest + gap) / side) * buckets))
    for (let row = -reach; row <= reach; row++) {
      for (let column = -reach; column <= reach; column++) {
        const at = ((bucketOf(disc.y) + row + buckets) % buckets) * buckets + ((bucketOf(disc.x) + column + buckets) % buckets)
        for (const other of taken[at] ?? []) {
          const dx = nearest(other.x - disc.x)
          const dy = nearest(other.y - disc.y)
          if (dx * dx + dy * dy < (other.radius + disc.radius + gap) ** 2) return false
        }
      }
    }
    return true
  }
  for (const { radius: usual, spread } of sizes) {
    for (let failures = 0; failures < patience && placed.length < most; ) {
      const { kind, discs } = random.pick(...shapes)
      const radius = usual * random.between(1 - spread / 2, 1 + spread / 2)
      const [x, y, angle] = [random.next() * side, random.next() * side, random.between(-lean, lean)]
      const own = discs.map(([below, broad]) => ({
        x: x - (Math.sin(angle) * below * radius) / 100,
        y: y + (Math.cos(angle) * below * radius) / 100,
        radius: (broad * radius) / 100,
      }))
      if (own.every(free)) {
        for (const disc of own) taken[bucketOf(disc.y) * buckets + bucketOf(disc.x)]?.push(disc)
        placed.push({ kind, x, y, radius, angle })
        failures = 0
      } else failures++
    }
  }
  return placed
}

const nearest = (d: number) => d - side * Math.round(d / side)
