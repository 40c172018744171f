import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { styleAmong } from '../style.ts'
import { inksFor } from './inks.ts'
import { Inked, type Point, polygonPath } from './paths.ts'

/** Where a line of the board stands, both from 0 to 1 over one repeat, before it is bent. */
type Bend = (u: number, v: number) => Point

/** A checkerboard: square, on its corner, with uneven squares, or bent in waves. */
export const checkerboard: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.checkerboard, brief.style, random)
  const inks = inksFor(brief, colours, 1, random.inTurn(1, 2, 1, 3, 1))
  const across = acrossFor(style, brief, inks.length, random)
  // A board of several colours, or one asked for by its style, keeps to even squares.
  const bend = bends[style](across, inks.length > 1 || brief.style !== null, random)
  const steps = style === 'wavy' ? Math.max(2, Math.round(64 / across)) : 1
  const checks = new Inked()
  for (const { column, row, ink } of coloured(style === 'diagonal' ? across * 2 : across, across, inks, random)) {
    const corners = outline(column / across, row / across, 1 / across, steps).map(({ x, y }) => bend(x, y))
    const [first = { x: 0, y: 0 }] = corners
    const local = corners.map(({ x, y }) => ({ x: (x - first.x) * side, y: (y - first.y) * side }))
    for (const place of placesInFrame(frame, first.x * side, first.y * side, (side / across) * 2.5)) {
      checks.add(ink, polygonPath(local.map(({ x, y }) => ({ x: x + place.x, y: y + place.y }))))
    }
  }
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, checks.areas()) }
}

interface Check {
  column: number
  row: number
  ink: string
}

type Style = (typeof motifStyles.checkerboard)[number]

/** Squares across one repeat: even, so that the board closes, and the colours with it. */
function acrossFor(style: Style, { scale }: Brief, inks: number, random: Random): number {
  const usual = style === 'diagonal' ? random.inTurn(8, 12, 6, 10, 16) : random.inTurn(8, 12, 4, 16, 20)
  const step = inks > 1 ? inks * 2 : 2
  return Math.max(step, step * Math.round(usual / (scale ?? 1) / step))
}

/** The coloured squares. A board on its corner is twice as long as it is wide: its axes are the diagonals of the repeat. */
function coloured(columns: number, rows: number, inks: readonly string[], random: Random): Check[] {
  const slanted = random.chance(0.5)
  return Array.from({ length: columns * rows }, (_, at) => ({ column: at % columns, row: Math.floor(at / columns) }))
    .filter(({ column, row }) => (column + row) % 2 === 0)
    .map((check) => ({ ...check, ink: inks[(slanted ? (check.column + check.row) / 2 : check.row) % inks.length] ?? '' }))
}

/** The four sides of a square, each in `steps`. */
function outline(u: number, v: number, width: number, steps: number): Point[] {
  const along = (from: Point, to: Point) =>
    Array.from({ length: steps }, (_, at) => ({
      x: from.x + ((to.x - from.x) * at) / steps,
      y: from.y + ((to.y - from.y) * at) / steps,
    }))
  const [a, b, c, d] = [
    { x: u, y: v },
    { x: u + width, y: v },
    { x: u + width, y: v + width },
    { x: u, y: v + width },
  ]
  return [...along(a, b), ...along(b, c), ...along(c, d), ...along(d, a)]
}

const wave = (at: number) => Math.sin(at * 2 * Math.PI)

/** Slope up to which squares stay squares to the eye. */
const steepest = 0.6

const bends: Record<Style, (across: number, even: boolean, random: Random) => Bend> = {
  classic: (across, even, random) => {
    const half = 0.5 / across
    const uneven = even || across < 10 ? 0 : random.pick(0, 0.105)
    // Squares grow and shrink along the board, as in optical art.
    const along = (at: number) => at + half - uneven * wave(at + half)
    return (u, v) => ({ x: along(u), y: along(v) })
  },
  // Turned by 45°: the board's own axes run along the diagonals of the repeat.
  diagonal: () => (u, v) => ({ x: (u - v) / 2, y: (u + v) / 2 }),
  wavy: (across, _, random) => {
    const waves = Math.max(1, Math.min(Math.floor(across / 4), random.inTurn(1, 2, 1, 3, 2)))
    const depth = Math.min(1 / across, steepest / (waves * 2 * Math.PI))
    const upward = random.inTurn(1, 0, 1, 0.5, 0) * depth
    return (u, v) => ({ x: u + depth * wave(v * waves), y: v + upward * wave(u * waves) })
  },
}
