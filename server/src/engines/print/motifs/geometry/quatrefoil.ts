import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { differing, inksFor } from './inks.ts'
import type { Point } from './paths.ts'
import { type Edge, lantern, lobes, ogee, outline } from './tile-outlines.ts'

/** What is drawn in a tile, the outermost first: its size, which colour after the tile's own (null is the ground), and a line's weight where it is one. */
type Layers = readonly (readonly [size: number, ink: number | null, line?: number])[]

interface Plan {
  edge: Edge
  /** Height of a tile for its width. */
  tall: number
  layers: Layers
}

const plans: readonly [Plan, ...Plan[]] = [
  {
    edge: lantern,
    tall: 1.2,
    layers: [
      [0.93, 0],
      [0.78, null, 0.035],
    ],
  },
  {
    edge: lobes,
    tall: 1,
    layers: [
      [0.98, 0],
      [0.74, null, 0.05],
      [0.36, null],
      [0.22, 1],
    ],
  },
  {
    edge: ogee,
    tall: 1.45,
    layers: [
      [0.95, 0],
      [0.72, null],
      [0.62, 1],
      [0.3, null],
    ],
  },
  {
    edge: lantern,
    tall: 1.1,
    layers: [
      [0.96, 0],
      [0.84, null],
      [0.72, 1, 0.03],
      [0.3, 0],
    ],
  },
  {
    edge: lobes,
    tall: 1,
    layers: [
      [1, 0, 0.07],
      [0.72, 0, 0.025],
      [0.26, 1],
    ],
  },
]

/** Quatrefoils, lanterns and ogees, as on Moroccan tiles and damasks. */
export const quatrefoil: Generator = (brief, colours, random, frame) => {
  const { edge, tall, layers } = random.inTurn(...plans)
  const inks = inksFor(brief, colours, 1, random.pick(1, 2, 3))
  const columns = Math.max(1, Math.min(16, Math.round(random.inTurn(4, 5, 3, 6, 8) / (brief.scale ?? 1))))
  const width = side / columns
  const rows = edge === lobes ? columns : Math.max(1, Math.round(side / (width * tall)))
  const half = { x: width / 2, y: side / rows / 2 }
  const size = Math.min(1.04, Math.sqrt(brief.density ?? 1))
  const definitions = inks.map((_, own) => {
    const drawn = layers.map(([share, ink, line]) => {
      const colour = ink === null ? colours.ground : (inks[(own + ink) % inks.length] ?? colours.ink)
      return layer(outline(edge, half.x * share * size, half.y * share * size), colour, line ? line * width : null)
    })
    return `<g id="t${own}">${drawn.join('')}</g>`
  })
  const shapes = tiles(columns, rows, edge === lobes ? 1 : 2, inks.length, random).map(({ x, y, ink }) =>
    placesInFrame(frame, (x + 0.25) * width, (y + 0.25) * half.y * 2, Math.max(width, half.y * 2) * 0.6)
      .map((place) => `<use href="#t${ink}" x="${decimal(place.x)}" y="${decimal(place.y)}"/>`)
      .join(''),
  )
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions.join('')) }
}

/** Tiles in rows and columns of one repeat; with `sets` 2, as many again between them. */
function tiles(columns: number, rows: number, sets: number, inks: number, random: Random): (Point & { ink: number })[] {
  const lines = rows * sets
  const place = (column: number, line: number) => ((line + lines) % lines) * columns + ((column + columns) % columns)
  const beside = (at: number) => {
    const [column, line] = [at % columns, Math.floor(at / columns)]
    const left = sets === 2 && line % 2 === 0 ? column - 1 : column
    return [
      place(column - 1, line),
      place(column + 1, line),
      place(left, line - 1),
      place(left + sets - 1, line - 1),
      place(left, line + 1),
      place(left + sets - 1, line + 1),
    ]
  }
  const chosen =
    inks === 2 && sets === 2
      ? Array.from({ length: columns * lines }, (_, at) => Math.floor(at / columns) % 2)
      : differing(columns * lines, inks, beside, random)
  return chosen.map((ink, at) => {
    const line = Math.floor(at / columns)
    return { x: (at % columns) + (sets === 2 ? (line % 2) / 2 : 0), y: line / sets, ink }
  })
}

const layer = (path: string, colour: string, line: number | null) =>
  line === null
    ? `<path d="${path}" fill="${colour}"/>`
    : `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${decimal(line)}"/>`
