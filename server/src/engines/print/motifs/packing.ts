import type { Layout } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { side } from './frame.ts'
import { Room } from './packing-room.ts'

/** One size of things to place. */
export interface PackingLevel {
  name: string
  /** In drawing units. */
  radius: number
  /** Share by which radii differ, 0 to 1. */
  spread: number
  /** Most things placed; fewer where there is no room. */
  most: number
  /** Share of the two radii that must part neighbours: under 1 they overlap a little. */
  gap: number
}

export interface Placed {
  level: string
  x: number
  y: number
  radius: number
  mirrored: boolean
  /** 0 to 1, the same for all copies in a layout: which motif, and how it is turned. */
  choice: number
  turn: number
}

/** Rounds without room after which a level counts as full, and places tried in each. */
const patience = 45
const candidates = 7

/**
 * Places things on a torus of one repeat without collisions, large ones first, each with its copies in the layout. Of
 * several free places the one farthest from all others is taken (Mitchell's best candidate), so that no holes stay.
 * `slimness` above 1 lets things stand closer beside each other than above each other, as upright stems can. What is
 * `taken` already is not among the things returned.
 */
export function packed(
  levels: readonly PackingLevel[],
  layout: Layout,
  random: Random,
  slimness = 1,
  taken: readonly Placed[] = [],
): Placed[] {
  const placed: Placed[] = []
  const room = new Room(slimness)
  for (const thing of taken) room.add(thing)
  for (const level of levels) {
    let failures = 0
    for (let count = 0; count < level.most && failures < patience; ) {
      const radius = level.radius * (1 - level.spread / 2 + random.next() * level.spread)
      const copies = bestPlace(
        { level: level.name, radius, choice: random.next(), turn: random.next() },
        level.gap,
        layout,
        room,
        random,
      )
      if (copies) {
        for (const copy of copies) room.add(copy)
        placed.push(...copies)
        count += copies.length
        failures = 0
      } else failures++
    }
  }
  return placed
}

function bestPlace(
  thing: Pick<Placed, 'level' | 'radius' | 'choice' | 'turn'>,
  gap: number,
  layout: Layout,
  room: Room,
  random: Random,
): Placed[] | null {
  let best: Placed[] | null = null
  let widest = Number.NEGATIVE_INFINITY
  for (let tried = 0; tried < candidates; tried++) {
    const copies = copiesOf(layout, random.next() * side, random.next() * side).map((place) => ({ ...place, ...thing }))
    const clearance = clearanceOf(copies, room, gap)
    if (clearance > Math.max(0, widest)) [widest, best] = [clearance, copies]
  }
  return best
}

/** Least free distance round a thing and its copies; negative where they do not fit. */
function clearanceOf(copies: Placed[], room: Room, gap: number): number {
  const [first, ...others] = copies
  if (!first) return Number.NEGATIVE_INFINITY
  const own = Math.min(...others.map((other) => room.distance(first, other) - 2 * first.radius * gap), side)
  // Copies stand alike among the copies of everything else; only reflections do not.
  const looked = others.some(({ mirrored }) => mirrored) ? copies : [first]
  return Math.min(own, ...looked.map((copy) => room.clearance(copy, gap)))
}

/** Where a layout puts one thing in a repeat. Half-drop steps down every second column, brick shifts every second row. */
export function copiesOf(layout: Layout, x: number, y: number): { x: number; y: number; mirrored: boolean }[] {
  const at = (dx: number, dy: number) => ({ x: (x + dx * side) % side, y: (y + dy * side) % side, mirrored: false })
  switch (layout) {
    case 'toss':
      return [at(0, 0)]
    case 'block':
      return [at(0, 0), at(0.5, 0), at(0, 0.5), at(0.5, 0.5)]
    case 'half-drop':
      return [at(0, 0), at(0, 0.5), at(0.5, 0.25), at(0.5, 0.75)]
    case 'brick':
      return [at(0, 0), at(0.5, 0), at(0.25, 0.5), at(0.75, 0.5)]
    case 'mirror':
      return [at(0, 0), { x: (side - x) % side, y, mirrored: true }]
  }
}
