import type { Random } from '../../random.ts'
import type { Point } from '../geometry/paths.ts'
import type { Cell } from './cells.ts'

/** How a coat's rings are broken. */
export interface Coat {
  /** Share of the cell that a rosette fills. */
  fill: number
  /** Thickness of a dab as a share of the rosette's radius. */
  thickness: number
  /** Fewest and most dabs round a rosette. */
  dabs: readonly [number, number]
}

/** Rosettes smaller than this, in drawing units, are drawn with fewer corners. */
const small = 28

/** A shape's rim, from the rosette's middle. */
export type Outline = Point[]

/** A slow wander round a closed line, about -1 to 1: three waves of chance height and place. */
function wander(random: Random): (turn: number) => number {
  const waves = [2, 3, 5].map((count) => ({ count, place: random.next(), height: random.between(0.3, 1) / Math.sqrt(count) }))
  return (turn) =>
    waves.reduce((sum, { count, place, height }) => sum + height * Math.sin(2 * Math.PI * (count * turn + place)), 0)
}

const pointAt = (rim: readonly Point[], turn: number): Point => {
  const at = (((turn % 1) + 1) % 1) * rim.length
  const from = rim[Math.floor(at) % rim.length] ?? { x: 0, y: 0 }
  const to = rim[(Math.floor(at) + 1) % rim.length] ?? from
  const share = at - Math.floor(at)
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** A full spot: the cell's rim drawn in to `share`, a little uneven. */
export function spot({ rim, radius }: Cell, share: number, random: Random): Outline {
  const uneven = wander(random)
  const points = radius < small ? 16 : 26
  return Array.from({ length: points }, (_, at) => {
    const point = pointAt(rim, at / points)
    const reach = share * (1 + 0.09 * uneven(at / points))
    return { x: point.x * reach, y: point.y * reach }
  })
}

/** The dabs of a broken ring: each thick in its middle, thin towards its ends, no two alike. */
export function brokenRing(cell: Cell, coat: Coat, random: Random): Outline[] {
  const [fewest, most] = coat.dabs
  const count = fewest + random.below(most - fewest + 1)
  const start = random.next()
  const cuts = Array.from({ length: count }, (_, at) => start + (at + random.between(-0.2, 0.2)) / count)
  const uneven = wander(random)
  return cuts.map((from, at) => {
    const to = at + 1 < count ? (cuts[at + 1] ?? from) : (cuts[0] ?? from) + 1
    const gap = random.between(0.05, 0.1) * (count < 3 ? 1.6 : 1)
    return dab(cell, coat, from + gap / 2, to - gap / 2, uneven, random)
  })
}

function dab(
  cell: Cell,
  { fill, thickness }: Coat,
  from: number,
  to: number,
  uneven: (turn: number) => number,
  random: Random,
): Outline {
  const heavy = thickness * random.between(0.75, 1.3)
  const heaviest = random.between(0.3, 0.7)
  const outer: Outline = []
  const inner: Outline = []
  const points = Math.max(5, Math.round((to - from) * (cell.radius < small ? 22 : 36)))
  for (let step = 0; step <= points; step++) {
    const along = step / points
    const turn = from + (to - from) * along
    const point = pointAt(cell.rim, turn)
    const reach = fill * (1 + 0.07 * uneven(turn))
    // Rounded ends: a bell over the dab, its top at `heaviest`.
    const bent = along < heaviest ? along / heaviest / 2 : 0.5 + (along - heaviest) / (1 - heaviest) / 2
    const swell = Math.sqrt(Math.max(0, 1 - (2 * bent - 1) ** 4))
    const deep = heavy * (0.3 + 0.7 * swell) * (1 + 0.22 * uneven(turn * 2 + 0.3))
    outer.push({ x: point.x * (reach + deep * 0.12 * swell), y: point.y * (reach + deep * 0.12 * swell) })
    const within = Math.max(0.12, reach - deep)
    inner.push({ x: point.x * within, y: point.y * within })
  }
  return [...outer, ...inner.reverse()]
}
