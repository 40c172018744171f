import { side } from '../frame.ts'
import type { Point } from '../geometry/paths.ts'

/** The middle of a cell, in the space stretched sideways, and how large the cell wants to be. */
export interface Seed extends Point {
  radius: number
}

/** Seeds in square buckets, so that only those near by are compared. */
export class Seeds {
  readonly all: Seed[] = []
  private readonly buckets: Seed[][]
  private readonly columns: number
  private readonly rows: number
  private readonly width: number

  constructor(bucket: number, slimness: number) {
    this.width = side * slimness
    this.columns = Math.max(1, Math.floor(this.width / bucket))
    this.rows = Math.max(1, Math.floor(side / bucket))
    this.buckets = Array.from({ length: this.columns * this.rows }, () => [])
  }

  add(seed: Seed): void {
    this.all.push(seed)
    this.bucketAt(this.columnOf(seed), this.rowOf(seed)).push(seed)
  }

  /** Those in a place's bucket and in `rings` rings of buckets round it. */
  around(place: Point, rings: number): readonly Seed[] {
    if (Math.min(this.columns, this.rows) < 2 * rings + 1) return this.all
    const found: Seed[] = []
    for (let down = -rings; down <= rings; down++) {
      for (let right = -rings; right <= rings; right++) {
        found.push(...this.bucketAt(this.columnOf(place) + right, this.rowOf(place) + down))
      }
    }
    return found
  }

  private bucketAt(column: number, row: number): Seed[] {
    const inColumns = (column + this.columns) % this.columns
    const inRows = (row + this.rows) % this.rows
    return this.buckets[inRows * this.columns + inColumns] ?? []
  }

  private columnOf({ x }: Point): number {
    return Math.min(this.columns - 1, Math.floor((x / this.width) * this.columns))
  }

  private rowOf({ y }: Point): number {
    return Math.min(this.rows - 1, Math.floor((y / side) * this.rows))
  }
}
