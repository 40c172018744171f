import type { Layout } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { side } from '../frame.ts'
import { copiesOf, type Placed } from '../packing.ts'
import type { BotehShape } from './boteh-shape.ts'

/** Botehs of one size. */
export interface BotehLevel {
  name: string
  /** The motifs that may be placed; one is chosen each time. */
  shapes: readonly BotehShape[]
  /** Radius in drawing units. */
  radius: number
  most: number
  /** Least distance to the next one, in drawing units. */
  gap: number
}

export interface PlacedBoteh {
  level: string
  /** Which of the level's shapes. */
  which: number
  x: number
  y: number
  scale: number
  /** Degrees. */
  angle: number
  mirrored: boolean
}

/** A disc of a boteh's body. */
interface Disc {
  x: number
  y: number
  radius: number
}

/** A boteh as room it takes: a circle round all of it, and the discs that cover it. */
interface Body extends Disc {
  discs: Disc[]
}

const candidates = 70

/**
 * Places botehs on a torus of one repeat, belly against curl: of many free places the tightest is taken, so that they lie
 * into each other as drawn ones do. `discs` cover their bodies.
 */
export function placedBotehs(
  levels: readonly BotehLevel[],
  layout: Layout,
  random: Random,
): { botehs: PlacedBoteh[]; discs: Placed[] } {
  const botehs: PlacedBoteh[] = []
  const bodies: Body[] = []
  for (const level of levels) {
    for (let count = 0, failures = 0; count < level.most && failures < 4; ) {
      const found = tightest(level, layout, bodies, random)
      if (!found) failures++
      else {
        botehs.push(...found)
        for (const one of found) bodies.push(bodyOf(one, level))
        count += found.length
      }
    }
  }
  const discs = bodies.flatMap((body) => body.discs)
  return { botehs, discs: discs.map((disc) => ({ ...disc, level: 'taken', mirrored: false, choice: 0, turn: 0 })) }
}

function tightest(level: BotehLevel, layout: Layout, taken: Body[], random: Random): PlacedBoteh[] | null {
  let best: PlacedBoteh[] | null = null
  let least = Number.POSITIVE_INFINITY
  for (let tried = 0; tried < candidates; tried++) {
    const copies = candidate(level, layout, random)
    const [first, ...others] = copies.map((copy) => bodyOf(copy, level))
    if (!first) continue
    // Copies stand alike among the copies of everything else; only reflections do not.
    const looked = layout === 'mirror' ? [first, ...others] : [first]
    const room = Math.min(clearance(first, others, level.gap), ...looked.map((body) => clearance(body, taken, level.gap)))
    if (room >= level.gap && room < least) [least, best] = [room, copies]
    // The first of all may lie anywhere.
    if (best && taken.length === 0) break
  }
  return best
}

/** A place, and its copies in the layout; botehs stand on their belly or on their head, swaying. */
function candidate({ name, shapes, radius }: BotehLevel, layout: Layout, random: Random): PlacedBoteh[] {
  const which = random.below(shapes.length)
  const angle = (random.chance(0.5) ? 0 : 180) + random.between(-38, 38)
  const mirrored = random.chance(0.5)
  const scale = radius / 100
  return copiesOf(layout, random.next() * side, random.next() * side).map((place) => ({
    level: name,
    which,
    x: place.x,
    y: place.y,
    scale,
    angle: place.mirrored ? -angle : angle,
    mirrored: place.mirrored !== mirrored,
  }))
}

function bodyOf({ which, x, y, scale, angle, mirrored }: PlacedBoteh, { shapes }: BotehLevel): Body {
  const shape = shapes[which]
  if (!shape) throw new Error(`No boteh ${which} in its level`)
  const turn = (angle * Math.PI) / 180
  const discs = [0, 0.22, 0.45, 0.66, 0.82, 0.96].map((share) => {
    const at = shape.spine(share)
    const [dx, dy] = [(mirrored ? -at.x : at.x) * scale, at.y * scale]
    return {
      x: x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y: y + dx * Math.sin(turn) + dy * Math.cos(turn),
      radius: (at.reach + 11) * scale,
    }
  })
  return { x, y, radius: Math.max(...discs.map((disc) => distance(disc, { x, y }) + disc.radius)), discs }
}

/** Distance on the torus. */
function distance(p: { x: number; y: number }, q: { x: number; y: number }): number {
  const dx = Math.abs(p.x - q.x) % side
  const dy = Math.abs(p.y - q.y) % side
  const [across, down] = [Math.min(dx, side - dx), Math.min(dy, side - dy)]
  return Math.sqrt(across * across + down * down)
}

/** Free distance from a body to the nearest other; where it is less than `enough` it is not measured out. */
function clearance(body: Body, others: Body[], enough: number): number {
  let least = side
  for (const other of others) {
    if (distance(body, other) - body.radius - other.radius >= least) continue
    for (const p of body.discs) {
      for (const q of other.discs) least = Math.min(least, distance(p, q) - p.radius - q.radius)
    }
    if (least < enough) return least
  }
  return least
}
