/** The layers of one cell of side 1 about 0,0, the lowest first. Lines reach a little over the cell, so that none breaks at its edge. */
type Cell = (inks: readonly string[], ground: string, weight: number) => string[]

export interface Trellis {
  draw: Cell
  /** How many inks a cell makes use of. */
  inks: number
}

type Line = readonly [ax: number, ay: number, bx: number, by: number]

const lines = (colour: string, width: number, ...ends: Line[]) =>
  `<path d="${ends.map(([ax, ay, bx, by]) => `M${ax} ${ay}L${bx} ${by}`).join('')}" fill="none" stroke="${colour}" stroke-width="${width.toFixed(4)}"/>`

const level = (y: number): Line => [-0.52, y, 0.52, y]
const upright = (x: number): Line => [x, -0.52, x, 0.52]

const diamond = (x: number, y: number, r: number, colour: string) =>
  `<path d="M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z" fill="${colour}"/>`

const square = (x: number, y: number, r: number, colour: string, width: number) =>
  `<path d="M${x - r} ${y - r}H${x + r}V${y + r}H${x - r}Z" fill="none" stroke="${colour}" stroke-width="${width.toFixed(4)}"/>`

/** Double lines with a knot where they cross and a small one in the field. */
const garden: Cell = ([first = '', second = first, third = second], ground, weight) => [
  lines(first, 0.17 * weight, level(0), upright(0)),
  lines(ground, 0.065 * weight, level(0), upright(0)),
  diamond(0, 0, 0.2, ground) + diamond(0, 0, 0.155, second) + diamond(-0.5, -0.5, 0.11, third),
]

/** Cane webbing: pairs of strands both ways over single ones on the slant, which leave eight-sided holes. */
const cane: Cell = ([first = '', second = first], ground, weight) => {
  const [strand, edge] = [0.075 * weight, 0.075 * weight + 0.045]
  const [near, far] = [-0.075, 0.075]
  const slants: Line[] = [
    [-0.52, -0.52, 0.52, 0.52],
    [-0.52, 0.52, 0.52, -0.52],
  ]
  return [
    lines(second, strand * 1.25, ...slants),
    lines(ground, edge, upright(near), upright(far)) + lines(first, strand, upright(near), upright(far)),
    lines(ground, edge, level(near), level(far)) + lines(first, strand, level(near), level(far)),
  ]
}

/** Bands that go over and under each other. */
const woven: Cell = ([first = '', second = first], ground, weight) => {
  const band = Math.min(0.42, 0.33 * weight)
  const edge = band + 0.055
  const over: Line[] = [
    [-0.47, -0.25, -0.03, -0.25],
    [0.03, 0.25, 0.47, 0.25],
  ]
  return [
    lines(first, band, level(-0.25), level(0.25)),
    lines(ground, edge, upright(-0.25), upright(0.25)),
    lines(second, band, upright(-0.25), upright(0.25)),
    lines(ground, edge, ...over),
    lines(first, band, ...over.map(([ax, ay, bx, by]): Line => [ax - 0.02, ay, bx + 0.02, by])),
  ]
}

/** Fretwork: squares within squares, tied at the middle of their sides. */
const fret: Cell = ([first = '', second = first], _, weight) => {
  const width = 0.05 * weight
  return [
    lines(first, width, [-0.52, 0, -0.29, 0], [0.29, 0, 0.52, 0], [0, -0.52, 0, -0.29], [0, 0.29, 0, 0.52]) +
      square(0, 0, 0.29, first, width),
    square(-0.5, -0.5, 0.13, first, width) +
      lines(first, width, [-0.37, -0.5, 0, -0.5], [-0.5, -0.37, -0.5, 0], [0, -0.5, 0.37, -0.5], [-0.5, 0, -0.5, 0.37]),
    square(0, 0, 0.15, second, width) +
      lines(
        first,
        width,
        [-0.29, -0.29, -0.41, -0.41],
        [0.29, 0.29, 0.41, 0.41],
        [-0.29, 0.29, -0.41, 0.41],
        [0.29, -0.29, 0.41, -0.41],
      ),
  ]
}

const [ofGarden, ofCane]: [Trellis, Trellis] = [
  { draw: garden, inks: 3 },
  { draw: cane, inks: 2 },
]

export const trellises: readonly [Trellis, ...Trellis[]] = [
  ofGarden,
  ofCane,
  { draw: woven, inks: 2 },
  { draw: fret, inks: 2 },
  ofCane,
]
