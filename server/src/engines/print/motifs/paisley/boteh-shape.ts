import { decimal } from '../drawing.ts'
import { distance, type Point } from '../geometry/paths.ts'

/** A place on the boteh's edge and the way out from it, in degrees; 0 is up. */
export interface RimPlace extends Point {
  outwards: number
}

/** A boteh, the drop of a paisley: a round belly whose spine runs up and curls over at the tip. It fills a circle of radius 100 round 0,0. */
export interface BotehShape {
  /** The outline as svg path data, moved inwards by `inset`; outwards where it is below 0. */
  outline: (inset: number) => string
  /** Places along the outline, `apart` from one another. */
  rim: (inset: number, apart: number) => RimPlace[]
  /** The spine from the belly's middle, 0, to the tip, 1: place, half the width there, and the way on in degrees; 0 is up. */
  spine: (share: number) => Point & { reach: number; onwards: number }
}

/** Points of the spine that are kept. */
const steps = 28

/** `plump` is the belly's radius, `curl` the degrees by which the tip has turned from upright, `lean` those by which the belly leans against it. */
export function botehShape(plump: number, curl: number, lean: number): BotehShape {
  const length = 196 - plump
  const points: (Point & { onwards: number })[] = [{ x: 0, y: 0, onwards: -lean }]
  for (let step = 1; step <= steps; step++) {
    const onwards = -lean + (curl + lean) * ((step - 0.5) / steps) ** 2.4
    const last = points.at(-1) ?? { x: 0, y: 0 }
    const angle = (onwards * Math.PI) / 180
    points.push({ x: last.x + (Math.sin(angle) * length) / steps, y: last.y - (Math.cos(angle) * length) / steps, onwards })
  }
  const [left, right] = [Math.min(...points.map(({ x }) => x), -plump), Math.max(...points.map(({ x }) => x), plump)]
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), plump]
  const shift = { x: -(left + right) / 2, y: -(top + bottom) / 2 }
  const spine: BotehShape['spine'] = (share) => {
    const at = Math.min(steps - 1e-6, Math.max(0, share * steps))
    const [from, to] = [points[Math.floor(at)], points[Math.floor(at) + 1]]
    if (!from || !to) throw new Error('A boteh has a spine from 0 to 1')
    const part = at % 1
    return {
      x: from.x + (to.x - from.x) * part + shift.x,
      y: from.y + (to.y - from.y) * part + shift.y,
      reach: plump * (1 - share ** 1.45),
      onwards: from.onwards + (to.onwards - from.onwards) * part,
    }
  }
  const edge = (inset: number) => edgeOf(spine, plump, inset)
  const rim = (inset: number, apart: number) => spread(edge(inset), apart).filter((place) => hasRoom(spine, place, inset))
  return { spine, outline: (inset) => smoothPath(edge(inset)), rim }
}

/** False where the curl leaves no room: outside, where the edge comes near another part of the body; inside, where the tip is narrow. */
function hasRoom(spine: BotehShape['spine'], place: Point, inset: number): boolean {
  let nearest = Number.POSITIVE_INFINITY
  let narrow = false
  for (let step = 0; step <= 16; step++) {
    const { reach, ...middle } = spine(step / 16)
    const beyond = distance(place, middle) - reach
    if (beyond >= nearest) continue
    nearest = beyond
    narrow = reach < inset + 5
  }
  return inset < 0 ? nearest > -inset - 3 : !narrow
}

/** The edge from the tip down the right side, round the belly and up the left side. */
function edgeOf(spine: BotehShape['spine'], plump: number, inset: number): Point[] {
  const until = Math.max(0.05, 1 - Math.max(0, inset) / plump) ** (1 / 1.45)
  const along = (share: number, way: number) => {
    const { x, y, reach, onwards } = spine(share)
    const angle = (onwards * Math.PI) / 180
    const out = Math.max(0, reach - inset) * way
    return { x: x + Math.cos(angle) * out, y: y + Math.sin(angle) * out }
  }
  const sides = Array.from({ length: 11 }, (_, at) => until * (1 - (1 - at / 11) ** 1.3))
  const right = sides.map((share) => along(share, 1))
  const left = sides.map((share) => along(share, -1))
  const belly = spine(0)
  const radius = Math.max(0, belly.reach - inset)
  const round = Array.from({ length: 7 }, (_, at) => {
    const angle = ((belly.onwards + ((at + 1) / 8) * 180) * Math.PI) / 180
    return { x: belly.x + Math.cos(angle) * radius, y: belly.y + Math.sin(angle) * radius }
  })
  return [along(until, 0), ...right.toReversed(), ...round, ...left]
}

/** A closed curve through points (Catmull-Rom), with a corner at the first. */
function smoothPath(points: Point[]): string {
  const at = (index: number) => points[Math.min(points.length, Math.max(0, index)) % points.length] ?? { x: 0, y: 0 }
  const n = ({ x, y }: Point) => `${decimal(x)} ${decimal(y)}`
  const parts = points.map((from, index) => {
    const to = at(index + 1)
    const before = at(index - 1)
    const after = at(index + 2)
    const first = { x: from.x + (to.x - before.x) / 6, y: from.y + (to.y - before.y) / 6 }
    const second = { x: to.x - (after.x - from.x) / 6, y: to.y - (after.y - from.y) / 6 }
    return `C${n(first)} ${n(second)} ${n(to)}`
  })
  return `M${n(at(0))}${parts.join('')}Z`
}

/** Places evenly spread along a closed polygon. */
function spread(points: Point[], apart: number): RimPlace[] {
  const sides = points.map((from, at) => {
    const to = points[(at + 1) % points.length] ?? from
    return { from, to, length: distance(from, to) }
  })
  const total = sides.reduce((sum, { length }) => sum + length, 0)
  const count = Math.max(3, Math.round(total / apart))
  const places: RimPlace[] = []
  let walked = 0
  for (const { from, to, length } of sides) {
    while (places.length < count && ((places.length + 0.5) / count) * total <= walked + length) {
      const part = (((places.length + 0.5) / count) * total - walked) / length
      const along = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI
      places.push({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, outwards: along })
    }
    walked += length
  }
  return places
}
