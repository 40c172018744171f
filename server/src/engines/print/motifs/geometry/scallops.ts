import type { Colourway } from '../../colour/colourway.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { styleAmong } from '../style.ts'
import { asLine, differing, inksFor } from './inks.ts'
import { type ScaleColours, scaleShapes } from './scallop-shapes.ts'

/** Rows of scales, every second one moved by half a scale; counts are those of one repeat. */
interface Rows {
  columns: number
  rows: number
  /** Of a scale, in drawing units. */
  radius: number
}

/** Scallops: overlapping scales, plain, with rays, as waves of rings, or as shells. */
export const scallops: Generator = (brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.scallops, brief.style, random)
  const shape = scaleShapes[style]
  const inks = inksFor(brief, colours, 1, random.inTurn(1, 3, 2, 4, 1)).map((ink) =>
    style === 'seigaiha' ? asLine(ink, brief, colours) : ink,
  )
  const rows = rowsFor(style === 'seigaiha' ? 4 : 2, inks.length, brief, random)
  const sets = coloursOf(inks, colours)
  const definitions = sets.map((set, at) => `<g id="s${at}">${shape(set, density(brief), random)}</g>`).join('')
  const choices = arranged(rows, sets.length, random)
  const hanging = style === 'plain' && random.chance(0.4)
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, laid(rows, choices, hanging, frame), definitions) }
}

const density = (brief: Brief) => brief.density ?? 1

/** `perColumn`: rows for each scale's breadth; rows then close with the columns, and so do colours that change by row. */
function rowsFor(perColumn: number, inks: number, { scale }: Brief, random: Random): Rows {
  const wanted = Math.min(48 / perColumn, random.inTurn(5, 8, 4, 6, 10) / (scale ?? 1))
  const step = wanted < inks ? 1 : inks
  const columns = Math.max(1, step * Math.round(wanted / step))
  return { columns, rows: columns * perColumn, radius: side / columns / 2 }
}

/** One set of colours for each ink; a single ink stands alone. */
function coloursOf(inks: readonly string[], { ground }: Colourway): ScaleColours[] {
  return inks.map((ink, at) => ({ ink, second: inks[(at + 1) % inks.length] ?? ink, ground }))
}

/** Columns beyond which mixed colours turn to noise. */
const mostMixed = 8

/** Which set each scale has: by row, by the slant, or mixed so that neighbours differ. */
function arranged({ columns, rows }: Rows, sets: number, random: Random): number[] {
  const mixed = () =>
    differing(
      columns * rows,
      sets,
      (at) => {
        const row = Math.floor(at / columns)
        const above = ((row + rows - 1) % rows) * columns
        return [at - 1, above + (at % columns), above + ((at + (row % 2 === 0 ? columns - 1 : 1)) % columns)]
      },
      random,
    )
  const byRow = () => Array.from({ length: columns * rows }, (_, at) => Math.floor(at / columns) % sets)
  return rows % sets === 0 && (columns > mostMixed || random.chance(0.25)) ? byRow() : mixed()
}

/** A place a hair off the grid of samples: a curve that touches a sample exactly would be drawn now on it, now beside it. */
const offGrid = (at: number) => (Math.round(at * 10) / 10 + 0.07).toFixed(2)

/** Each row covers the foot of the one before it. */
function laid({ columns, rows, radius }: Rows, choices: number[], hanging: boolean, frame: Frame): string {
  const step = side / rows
  const scale = (radius / 100).toFixed(4)
  const flip = hanging ? `scale(${scale} -${scale})` : `scale(${scale})`
  const places = choices.flatMap((choice, at) => {
    const row = Math.floor(at / columns)
    const x = ((at % columns) + (row % 2) / 2 + 0.25) * radius * 2
    return placesInFrame(frame, x, (row + 0.5) * step, radius * 1.1).map((place) => ({ ...place, choice }))
  })
  places.sort((p, q) => (hanging ? q.y - p.y : p.y - q.y) || p.x - q.x)
  return places
    .map(({ x, y, choice }) => `<use href="#s${choice}" transform="translate(${offGrid(x)} ${offGrid(y)}) ${flip}"/>`)
    .join('')
}
