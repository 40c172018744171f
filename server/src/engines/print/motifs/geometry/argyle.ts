import type { Colourway } from '../../colour/colourway.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { styleAmong } from '../style.ts'
import { clearestOf, inksFor } from './inks.ts'
import { Inked, linePath, type Point, polygonPath, stroked } from './paths.ts'

/** Diamonds in rows and columns; counts are those of one repeat. */
interface Diamonds {
  columns: number
  rows: number
  width: number
  height: number
}

/** Argyle: diamonds that meet at their corners, and in the classic one thin lines that cross in the middle of each. */
export const argyle: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.argyle, brief.style, random)
  const inks = inksFor(brief, colours, 1, random.inTurn(2, 1, 3, 2, 2))
  const diamonds = diamondsFor(brief, inks.length, random)
  const fields = fieldsOf(diamonds, inks, brief.density ?? 1, random, frame)
  const over =
    style === 'classic'
      ? crossings(diamonds, lineColour(brief, colours, inks), random, frame)
      : insets(diamonds, colours.ground, random, frame)
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, fields + over) }
}

function diamondsFor({ scale }: Brief, inks: number, random: Random): Diamonds {
  const wanted = random.inTurn(4, 6, 3, 5, 8) / (scale ?? 1)
  // Colours follow each other along a row, so they must go round it.
  const columns = inks * Math.max(1, Math.round(wanted / inks))
  const width = side / columns
  const rows = Math.max(1, Math.round(side / (width * random.pick(1.45, 1.25, 1.65))))
  return { columns, rows, width, height: side / rows }
}

const middles = ({ columns, rows, width, height }: Diamonds) =>
  Array.from({ length: columns * rows }, (_, at) => {
    const column = at % columns
    return { x: (column + 0.27) * width, y: (Math.floor(at / columns) + 0.23) * height, column }
  })

const diamondPath = ({ x, y }: Point, width: number, height: number) =>
  polygonPath([
    { x, y: y - height / 2 },
    { x: x + width / 2, y },
    { x, y: y + height / 2 },
    { x: x - width / 2, y },
  ])

function fieldsOf(diamonds: Diamonds, inks: readonly string[], density: number, random: Random, frame: Frame): string {
  const size = density < 1 ? 0.8 : 1
  const turn = random.below(inks.length)
  const fields = new Inked()
  for (const middle of middles(diamonds)) {
    const ink = inks[(middle.column + turn) % inks.length] ?? ''
    for (const place of placesInFrame(frame, middle.x, middle.y, diamonds.height)) {
      fields.add(ink, diamondPath(place, diamonds.width * size, diamonds.height * size))
    }
  }
  return fields.areas()
}

function lineColour(brief: Brief, { ground, main, ink }: Colourway, inks: readonly string[]): string {
  const few = brief.colours.length > 0
  const others = few ? [] : main.filter((hex) => !inks.includes(hex))
  return clearestOf([ink, ...others, '#fbf6ea', '#2b2a33'], [ground, ...inks])
}

/** Lines through the middle of every diamond, solid or in stitches of which a whole number fits between two crossings. */
function crossings({ columns, rows, width, height }: Diamonds, colour: string, random: Random, frame: Frame): string {
  const weight = Math.max(2.4, width * random.pick(0.022, 0.016, 0.028))
  const edge = Math.sqrt(width * width + height * height) / 2
  const stitches = Math.max(3, Math.round(edge / (weight * 4.6)))
  const stitch = edge / stitches / 2
  const dashes = random.inTurn(true, false, true, true, false)
    ? ` stroke-dasharray="${stitch.toFixed(3)}" stroke-dashoffset="${(-stitch / 2).toFixed(3)}"`
    : ''
  const lines: string[] = []
  for (const { x, y } of middles({ columns, rows, width, height })) {
    for (const place of placesInFrame(frame, x, y, Math.max(width, height))) {
      for (const [dx, dy] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ] as const) {
        lines.push(linePath([place, { x: place.x + (dx * width) / 2, y: place.y + (dy * height) / 2 }]))
      }
    }
  }
  return stroked(lines.join(''), colour, weight, dashes)
}

/** What stands in the diamonds where no lines cross them: nothing, a smaller outline, or a small diamond. */
function insets(diamonds: Diamonds, colour: string, random: Random, frame: Frame): string {
  const kind = random.inTurn('outline', 'none', 'seed', 'outline', 'seed')
  if (kind === 'none') return ''
  const share = kind === 'outline' ? 0.66 : 0.16
  const paths = middles(diamonds).flatMap(({ x, y }) =>
    placesInFrame(frame, x, y, diamonds.height).map((place) =>
      diamondPath(place, diamonds.width * share, diamonds.height * share),
    ),
  )
  const path = paths.join('')
  return kind === 'seed'
    ? `<path d="${path}" fill="${colour}"/>`
    : stroked(path, colour, Math.max(2, diamonds.width * 0.024), ` stroke-miterlimit="${decimal(10)}"`)
}
