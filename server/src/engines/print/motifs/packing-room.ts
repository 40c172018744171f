import { side } from './frame.ts'

interface Place {
  x: number
  y: number
}

/** A round thing on the torus of one repeat, in drawing units. */
interface Body extends Place {
  radius: number
}

/** What has been placed, in buckets, so that only neighbours are compared. */
export class Room {
  private static readonly cells = 16
  private readonly buckets: Body[][] = Array.from({ length: Room.cells ** 2 }, () => [])
  private largest = 0
  private readonly slimness: number

  constructor(slimness: number) {
    this.slimness = slimness
  }

  /** By a square root, which is the same on every machine; `Math.hypot` is not. */
  distance(p: Place, q: Place): number {
    const dx = along(p.x - q.x) * this.slimness
    const dy = along(p.y - q.y)
    return Math.sqrt(dx * dx + dy * dy)
  }

  add(thing: Body): void {
    this.buckets[cellOf(thing.y, Room.cells) * Room.cells + cellOf(thing.x, Room.cells)]?.push(thing)
    this.largest = Math.max(this.largest, thing.radius)
  }

  /** Free distance from a thing to the nearest other, as far as its neighbourhood goes; negative where it collides. */
  clearance(thing: Body, gap: number): number {
    const { cells } = Room
    const reach = Math.min(cells / 2 - 1, 1 + Math.ceil(((thing.radius + this.largest) * gap) / (side / cells)))
    const [row, column] = [cellOf(thing.y, cells), cellOf(thing.x, cells)]
    let least = side / 4
    for (let dy = -reach; dy <= reach; dy++) {
      const line = ((row + dy + cells) % cells) * cells
      for (let dx = -reach; dx <= reach; dx++) {
        for (const other of this.buckets[line + ((column + dx + cells) % cells)] ?? []) {
          least = Math.min(least, this.distance(other, thing) - (other.radius + thing.radius) * gap)
        }
        if (least < 0) return least
      }
    }
    return least
  }
}

/** The shorter way between two places on the torus, along one axis. */
const along = (d: number) => Math.min(Math.abs(d), side - Math.abs(d))

const cellOf = (at: number, cells: number) => Math.floor((at / side) * cells) % cells
