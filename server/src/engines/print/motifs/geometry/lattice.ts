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
  const across = Math.max(1, Math.round(random.pick(6, 5, 8, 7) / (slanted ? 1.3 : 1) / (brief.scale ?? 1)))
  const step = side / across
  const cell = slanted ? `rotate(45) scale(${(step / Math.SQRT2).toFixed(4)})` : `scale(${step.toFixed(4)})`
  const layers = trellis(inks, colours.ground, Math.min(1.5, brief.density ?? 1))
  const definitions = layers.map((layer, at) => `<g id="l${at}"><g transform="${cell}">${layer}</g></g>`).join('')
  const places = cellsOf(across, slanted, frame)
  // Layer by layer over all cells: a cell then never covers what reaches over from its neighbour.
  const shapes = layers.map((_, at) =>
    places.map(({ x, y }) => `<use href="#l${at}" x="${decimal(x)}" y="${decimal(y)}"/>`).join(''),
  )
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions) }
}

function slantedBy({ direction }: Brief, random: Random): boolean {
  return direction === null ? random.inTurn(true, false, true, false, true) : direction === 'diagonal'
}

/** Cells on the slant stand in the middles of the straight ones, too. */
function cellsOf(across: number, slanted: boolean, frame: Frame): Point[] {
  const step = side / across
  const straight = Array.from({ length: across * across }, (_, at) => ({
    x: ((at % across) + 0.25) * step,
    y: (Math.floor(at / across) + 0.25) * step,
  }))
  const all = slanted
    ? straight.flatMap(({ x, y }) => [
        { x, y },
        { x: x + step / 2, y: y + step / 2 },
      ])
    : straight
  return all.flatMap(({ x, y }) => placesInFrame(frame, x, y, step * 0.8))
}
