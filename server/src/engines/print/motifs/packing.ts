import type { Layout } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { side } from './drawing.ts'

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

/** Tries without room after which a level counts as full. */
const patience = 260

/** Places things on a torus of one repeat without collisions, large ones first, each with its copies in the layout. */
export function packed(levels: readonly PackingLevel[], layout: Layout, random: Random): Placed[] {
  const placed: Placed[] = []
  const room = new Room()
  for (const level of levels) {
    let failures = 0
    for (let count = 0; count < level.most && failures < patience; ) {
      const radius = level.radius * (1 - level.spread / 2 + random.next() * level.spread)
      const [x, y, choice, turn] = [random.next() * side, random.next() * side, random.next(), random.next()]
      const copies = copiesOf(layout, x, y).map((place) => ({ ...place, level: level.name, radius, choice, turn }))
      if (fits(copies, room, level.gap)) {
        for (const copy of copies) room.add(copy)
        placed.push(...copies)
        count += copies.length
        failures = 0
      } else failures++
    }
  }
  return placed
}

function fits(copies: Placed[], room: Room, gap: number): boolean {
  const [first, ...others] = copies
  if (!first) return false
  if (others.some((other) => torusDistance(first, other) < 2 * first.radius * gap)) return false
  return copies.every((copy) => room.isFree(copy, gap))
}

/** Where a layout puts one thing in a repeat. Half-drop steps down every second column, brick shifts every second row. */
function copiesOf(layout: Layout, x: number, y: number): { x: number; y: number; mirrored: boolean }[] {
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

function torusDistance(p: { x: number; y: number }, q: { x: number; y: number }): number {
  const along = (d: number) => Math.min(Math.abs(d), side - Math.abs(d))
  return Math.hypot(along(p.x - q.x), along(p.y - q.y))
}

/** What has been placed, in buckets, so that only neighbours are compared. */
class Room {
  private readonly buckets = new Map<number, Placed[]>()
  private largest = 0
  private static readonly cells = 16

  add(thing: Placed): void {
    const key = this.cellOf(thing.y) * Room.cells + this.cellOf(thing.x)
    this.buckets.set(key, [...(this.buckets.get(key) ?? []), thing])
    this.largest = Math.max(this.largest, thing.radius)
  }

  isFree(thing: Placed, gap: number): boolean {
    const reach = Math.min(Room.cells / 2, Math.ceil(((thing.radius + this.largest) * gap) / (side / Room.cells)))
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const row = (this.cellOf(thing.y) + dy + Room.cells) % Room.cells
        const column = (this.cellOf(thing.x) + dx + Room.cells) % Room.cells
        const near = this.buckets.get(row * Room.cells + column)
        if (near?.some((other) => torusDistance(other, thing) < (other.radius + thing.radius) * gap)) return false
      }
    }
    return true
  }

  private cellOf(at: number): number {
    return Math.floor((at / side) * Room.cells) % Room.cells
  }
}
