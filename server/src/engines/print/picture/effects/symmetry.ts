/** A point on the plane of a pattern whose repeat, from one rosette to the next, is 1. */
export interface Point {
  x: number
  y: number
}

/**
 * A wallpaper group made of mirrors, as a kaleidoscope makes it: all of the plane is one wedge, reflected. The tile is a
 * square whose sides lie along two vectors of the pattern, so that it closes.
 */
export interface Symmetry {
  /** Where the tile's right and lower sides lead on the plane. */
  right: Point
  down: Point
  /** The wedge's corners; the first is the rosette's middle. */
  wedge: readonly [Point, Point, Point]
  /** Moves a point into the wedge, by the mirrors. */
  fold(point: Point): void
}

/** p4m: mirrors along and across and on the diagonals; the tile is two squares by two. */
export const squares: Symmetry = {
  right: { x: 2, y: 0 },
  down: { x: 0, y: 2 },
  wedge: [
    { x: 0, y: 0 },
    { x: 0.5, y: 0 },
    { x: 0.5, y: 0.5 },
  ],
  fold(point) {
    const x = Math.abs(point.x - Math.round(point.x))
    const y = Math.abs(point.y - Math.round(point.y))
    point.x = Math.max(x, y)
    point.y = Math.min(x, y)
  },
}

const root3 = Math.sqrt(3)

/**
 * p6m: mirrors every 30°. No square holds whole hexagons; the nearest small one stands on its corner, 5 hexagons wide and 3
 * double rows high, and each hexagon is 3.9 % narrower than it should be, which no eye finds.
 */
export const hexagons: Symmetry = {
  right: { x: 2.5, y: 1.5 * root3 },
  down: { x: -2.5, y: 1.5 * root3 },
  wedge: [
    { x: 0, y: 0 },
    { x: 0.5, y: 0 },
    { x: 0.5, y: 0.5 / root3 },
  ],
  fold(point) {
    toNearestRosette(point)
    // Mirrors on both axes, then those at 60° and at 30°.
    let x = Math.abs(point.x)
    let y = Math.abs(point.y)
    if (y > root3 * x) [x, y] = [(root3 * y - x) / 2, (root3 * x + y) / 2]
    if (x < root3 * y) [x, y] = [(x + root3 * y) / 2, (root3 * x - y) / 2]
    point.x = x
    point.y = y
  },
}

/** Rosettes stand on two interleaved grids of 1 by √3: the nearer one's place is taken off. */
function toNearestRosette(point: Point): void {
  const x = point.x - Math.round(point.x)
  const y = point.y - root3 * Math.round(point.y / root3)
  const besideX = x < 0 ? x + 0.5 : x - 0.5
  const besideY = y < 0 ? y + root3 / 2 : y - root3 / 2
  const own = x * x + y * y <= besideX * besideX + besideY * besideY
  point.x = own ? x : besideX
  point.y = own ? y : besideY
}
