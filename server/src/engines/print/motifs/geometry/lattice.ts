import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { asLine, inksFor } from './inks.ts'
import type { Point } from './paths.ts'
import { trellises } from './trellises.ts'

/** Lattices: garden trellis, cane, woven bands and fretwork, straight or on the slant. */
export const lattice: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(2, 1, 2, 1, 3)).map((ink) => asLine(ink, brief, colours))
  const trellis = random.inTurn(...trellises)
  const slanted = slantedBy(brief, random)
  // Where there are more inks than a cell has, each row of cells begins with another of them.
  const turns = inks.length > trellis.inks ? inks.length : 1
  const wanted = Math.min(16, random.pick(6, 5, 8, 7) / (slanted ? 1.3 : 1) / (brief.scale ?? 1))
  const across = turns * Math.max(1, Math.round(wanted / turns))
  const step = side / across
  const cell = slanted ? `rotate(45) scale(${(step / Math.SQRT2).toFixed(4)})` : `scale(${step.toFixed(4)})`
  const rows = Array.from({ length: turns }, (_, turn) =>
    trellis.draw([...inks.slice(turn), ...inks.slice(0, turn)], colours.ground, Math.min(1.5, brief.density ?? 1)),
  )
  const definitions = rows.flatMap((layers, turn) =>
    layers.map((layer, at) => `<g id="l${turn}-${at}"><g transform="${cell}">${layer}</g></g>`),
  )
  const places = cellsOf(across, slanted, frame)
  // Layer by layer over all cells: a cell then never covers what reaches over from its neighbour.
  const shapes = (rows[0] ?? []).map((_, at) =>
    places.map(({ x, y, row }) => `<use href="#l${row % turns}-${at}" x="${decimal(x)}" y="${decimal(y)}"/>`).join(''),
  )
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions.join('')) }
}

function slantedBy({ direction }: Brief, random: Random): boolean {
  return direction === null ? random.inTurn(true, false, true, false, true) : direction === 'diagonal'
}

/** Cells on the slant stand in the middles of the straight ones, too. */
function cellsOf(across: number, slanted: boolean, frame: Frame): (Point & { row: number })[] {
  const step = side / across
  const straight = Array.from({ length: across * across }, (_, at) => ({
    x: ((at % across) + 0.25) * step,
    y: (Math.floor(at / across) + 0.25) * step,
    row: Math.floor(at / across),
  }))
  const all = slanted
    ? straight.flatMap((place) => [place, { ...place, x: place.x + step / 2, y: place.y + step / 2 }])
    : straight
  return all.flatMap(({ x, y, row }) => placesInFrame(frame, x, y, step * 0.8).map((place) => ({ ...place, row })))
}
