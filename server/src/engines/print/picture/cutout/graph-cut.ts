/**
 * The cheapest cut of a grid in two, by Boykov and Kolmogorov's max-flow (PAMI 2004): two trees grow from source and sink
 * until they touch, flow is pushed along the path, and what it cuts off looks for a new parent. Capacities are whole
 * numbers, so the flow is exact and the cut the same on every machine.
 */
export interface Grid {
  width: number
  height: number
  /** A cell's pull: above 0 it costs so much to leave it out, below 0 to take it in. */
  pull: Int32Array
  /** What it costs to part a cell from its neighbour right, below, below right and below left. */
  ties: readonly [Int32Array, Int32Array, Int32Array, Int32Array]
}

/** 1 for every cell on the source's side. A cell that no flow reaches is on the sink's. */
export function cut({ width, height, pull, ties }: Grid): Uint8Array {
  const flow = new Flow(width + 2, height + 2)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * width + x
      const at = (y + 1) * (width + 2) + x + 1
      flow.pull(at, pull[from] ?? 0)
      if (x + 1 < width) flow.tie(at, 0, ties[0][from] ?? 0)
      if (y + 1 < height) {
        flow.tie(at, 1, ties[1][from] ?? 0)
        if (x + 1 < width) flow.tie(at, 2, ties[2][from] ?? 0)
        if (x > 0) flow.tie(at, 3, ties[3][from] ?? 0)
      }
    }
  }
  flow.saturate()
  const inside = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) inside[y * width + x] = flow.isSource((y + 1) * (width + 2) + x + 1) ? 1 : 0
  }
  return inside
}

/** A cell's parent: a direction 0 to 7, or one of these. */
const terminal = 8
const orphan = 9
const free = 10

const [none, source, sink] = [0, 1, 2]

/** The flow on a grid with a margin of one cell, whose ties hold nothing, so that no neighbour needs a check. */
class Flow {
  private readonly cells: number
  /** To the neighbour in each direction; the opposite direction is 4 further on. */
  private readonly steps: Int32Array
  /** What a tie still lets through, at direction × cells + cell. */
  private readonly left: Int32Array
  /** Above 0: left from the source; below 0: left to the sink. */
  private readonly ends: Int32Array
  private readonly tree: Uint8Array
  private readonly parent: Uint8Array
  /** When a cell's distance to its terminal was last known, and that distance. */
  private readonly stamp: Int32Array
  private readonly distance: Int32Array
  private time = 0
  /** A ring of cells whose neighbours are to be looked at; a cell is in it once. */
  private readonly ring: Int32Array
  private readonly queued: Uint8Array
  private first = 0
  private last = 0
  private readonly orphans: number[] = []

  constructor(width: number, height: number) {
    this.cells = width * height
    this.steps = Int32Array.of(1, width, width + 1, width - 1, -1, -width, -width - 1, 1 - width)
    this.left = new Int32Array(this.cells * 8)
    this.ends = new Int32Array(this.cells)
    this.tree = new Uint8Array(this.cells)
    this.parent = new Uint8Array(this.cells).fill(free)
    this.stamp = new Int32Array(this.cells)
    this.distance = new Int32Array(this.cells)
    this.ring = new Int32Array(this.cells + 1)
    this.queued = new Uint8Array(this.cells)
  }

  pull(cell: number, by: number): void {
    this.ends[cell] = by
    if (by === 0) return
    this.tree[cell] = by > 0 ? source : sink
    this.parent[cell] = terminal
    this.distance[cell] = 1
    this.enqueue(cell)
  }

  tie(cell: number, direction: number, capacity: number): void {
    this.left[direction * this.cells + cell] = capacity
    this.left[(direction + 4) * this.cells + cell + (this.steps[direction] ?? 0)] = capacity
  }

  isSource(cell: number): boolean {
    return this.tree[cell] === source
  }

  /** Pushes flow until no path is left. */
  saturate(): void {
    while (this.first !== this.last) {
      const cell = this.ring[this.first] ?? 0
      const direction = this.tree[cell] === none ? -1 : this.grown(cell)
      if (direction < 0) {
        this.first = this.first === this.cells ? 0 : this.first + 1
        this.queued[cell] = 0
        continue
      }
      this.time++
      if (this.tree[cell] === source) this.push(cell, direction)
      else this.push(cell + (this.steps[direction] ?? 0), (direction + 4) & 7)
      for (let lost = this.orphans.pop(); lost !== undefined; lost = this.orphans.pop()) this.adopt(lost)
    }
  }

  private enqueue(cell: number): void {
    if (this.queued[cell]) return
    this.queued[cell] = 1
    this.ring[this.last] = cell
    this.last = this.last === this.cells ? 0 : this.last + 1
  }

  /** Takes free neighbours into a cell's tree. Answers the direction in which it touches the other tree, or -1. */
  private grown(cell: number): number {
    const { cells, steps, left, tree, parent, stamp, distance } = this
    const own = tree[cell] ?? 0
    for (let direction = 0; direction < 8; direction++) {
      const next = cell + (steps[direction] ?? 0)
      const back = (direction + 4) & 7
      if ((own === source ? left[direction * cells + cell] : left[back * cells + next]) === 0) continue
      const other = tree[next] ?? 0
      if (other === none) {
        tree[next] = own
        parent[next] = back
        stamp[next] = stamp[cell] ?? 0
        distance[next] = (distance[cell] ?? 0) + 1
        this.enqueue(next)
      } else if (other !== own) return direction
      else if ((stamp[next] ?? 0) <= (stamp[cell] ?? 0) && (distance[next] ?? 0) > (distance[cell] ?? 0)) {
        // A shorter way to the terminal.
        parent[next] = back
        stamp[next] = stamp[cell] ?? 0
        distance[next] = (distance[cell] ?? 0) + 1
      }
    }
    return -1
  }

  /** Sends what the narrowest tie lets through along source → cell → neighbour → sink. */
  private push(cell: number, direction: number): void {
    const { cells, steps, left } = this
    const next = cell + (steps[direction] ?? 0)
    const arc = direction * cells + cell
    const amount = Math.min(left[arc] ?? 0, this.narrowest(cell, true), this.narrowest(next, false))
    left[arc] = (left[arc] ?? 0) - amount
    const back = ((direction + 4) & 7) * cells + next
    left[back] = (left[back] ?? 0) + amount
    this.drain(cell, amount, true)
    this.drain(next, amount, false)
  }

  /** The least that is left between a cell and its terminal. */
  private narrowest(cell: number, fromSource: boolean): number {
    const { cells, steps, left, parent, ends } = this
    let least = Number.MAX_SAFE_INTEGER
    let at = cell
    for (let up = parent[at] ?? 0; up !== terminal; up = parent[at] ?? 0) {
      const above = at + (steps[up] ?? 0)
      const room = (fromSource ? left[((up + 4) & 7) * cells + above] : left[up * cells + at]) ?? 0
      if (room < least) least = room
      at = above
    }
    return Math.min(least, Math.abs(ends[at] ?? 0))
  }

  /** Takes an amount off the way between a cell and its terminal; cells whose tie to their parent is full become orphans. */
  private drain(cell: number, amount: number, fromSource: boolean): void {
    const { cells, steps, left, parent, ends } = this
    let at = cell
    for (let up = parent[at] ?? 0; up !== terminal; up = parent[at] ?? 0) {
      const above = at + (steps[up] ?? 0)
      const down = ((up + 4) & 7) * cells + above
      const rise = up * cells + at
      const used = fromSource ? down : rise
      const other = fromSource ? rise : down
      left[used] = (left[used] ?? 0) - amount
      left[other] = (left[other] ?? 0) + amount
      if (left[used] === 0) this.lose(at)
      at = above
    }
    ends[at] = (ends[at] ?? 0) + (fromSource ? -amount : amount)
    if (ends[at] === 0) this.lose(at)
  }

  private lose(cell: number): void {
    this.parent[cell] = orphan
    this.orphans.push(cell)
  }

  /** Finds an orphan the nearest new parent of its own tree; without one it becomes free, and its children orphans. */
  private adopt(cell: number): void {
    const { cells, steps, left, tree, parent } = this
    const own = tree[cell] ?? 0
    let nearest = Number.MAX_SAFE_INTEGER
    let best = free
    for (let direction = 0; direction < 8; direction++) {
      const next = cell + (steps[direction] ?? 0)
      const arc = own === source ? ((direction + 4) & 7) * cells + next : direction * cells + cell
      if (left[arc] === 0 || tree[next] !== own || parent[next] === free) continue
      const far = this.rooted(next)
      if (far < nearest) {
        nearest = far
        best = direction
      }
    }
    parent[cell] = best
    if (best !== free) {
      this.stamp[cell] = this.time
      this.distance[cell] = nearest + 1
      return
    }
    for (let direction = 0; direction < 8; direction++) {
      const next = cell + (steps[direction] ?? 0)
      if (tree[next] !== own) continue
      const arc = own === source ? ((direction + 4) & 7) * cells + next : direction * cells + cell
      if (left[arc] !== 0) this.enqueue(next)
      if (parent[next] === ((direction + 4) & 7)) this.lose(next)
    }
    tree[cell] = none
  }

  /** A cell's distance to its terminal, or a number beyond all where an orphan stands between. What is found out is kept. */
  private rooted(cell: number): number {
    const { steps, parent, stamp, distance, time } = this
    let far = 0
    for (let at = cell; ; ) {
      if (stamp[at] === time) {
        far += distance[at] ?? 0
        break
      }
      const up = parent[at] ?? 0
      far++
      if (up === terminal) {
        stamp[at] = time
        distance[at] = 1
        break
      }
      if (up === orphan || up === free) return Number.MAX_SAFE_INTEGER
      at += steps[up] ?? 0
    }
    let d = far
    for (let at = cell; stamp[at] !== time; d--) {
      stamp[at] = time
      distance[at] = d
      at += steps[parent[at] ?? 0] ?? 0
    }
    return far
  }
}
