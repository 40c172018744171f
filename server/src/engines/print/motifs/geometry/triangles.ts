import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { type Honeycomb, honeycombOf } from './honeycomb.ts'
import { differing, inksFor } from './inks.ts'
import { Inked, type Point, polygonPath } from './paths.ts'

/** A triangle: a place and its corners relative to it. */
interface Triangle extends Point {
  corners: Point[]
}

/** Triangles: a mosaic, peaks in rows, or squares cut in two as in a quilt. */
export const triangles: Generator = (brief, colours, random, frame) => {
  const plan = random.inTurn<Plan>(mosaic, peaks, quilt, mosaic, peaks)
  const inks = inksFor(brief, colours, plan === mosaic ? 2 : 1, random.inTurn(5, 1, 3, 4, 2))
  const comb = honeycombOf(random.inTurn(8, 12, 6, 5, 10) / (brief.scale ?? 1))
  const size = plan === peaks ? Math.min(0.96, 0.8 * Math.sqrt(brief.density ?? 1)) : 1
  const areas = new Inked()
  const palette = plan === mosaic ? [...inks, colours.ground] : inks
  for (const { triangle, choice } of plan(comb, palette.length, random)) {
    const ink = palette[choice % palette.length] ?? colours.ink
    for (const place of placesInFrame(frame, triangle.x, triangle.y, comb.width * 1.5)) {
      areas.add(ink, polygonPath(triangle.corners.map(({ x, y }) => ({ x: place.x + x * size, y: place.y + y * size }))))
    }
  }
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, plan === mosaic ? areas.mosaic() : areas.areas()) }
}

type Plan = (comb: Honeycomb, choices: number, random: Random) => { triangle: Triangle; choice: number }[]

/** The triangle over (`up`) or under the middle of its height, in column and row. */
function triangleAt({ width, step }: Honeycomb, column: number, row: number, up: boolean): Triangle {
  const lean = row % 2 === 0 ? 0 : 0.5
  const x = (column + lean + (up ? 0.5 : 1)) * width
  const half = up ? step / 2 : -step / 2
  return {
    x,
    y: (row + 0.5) * step,
    corners: [
      { x: 0, y: -half },
      { x: width / 2, y: half },
      { x: -width / 2, y: half },
    ],
  }
}

const mosaic: Plan = (comb, choices, random) => {
  const perRow = comb.columns * 2
  const place = (inRow: number, row: number) => ((row + comb.rows) % comb.rows) * perRow + ((inRow + perRow) % perRow)
  // In a row triangles stand up and down in turn; one that stands up touches the one below it.
  const beside = (at: number) => {
    const [inRow, row] = [at % perRow, Math.floor(at / perRow)]
    const lean = row % 2 === 0 ? 1 : -1
    const across = inRow % 2 === 0 ? place(inRow - lean, row + 1) : place(inRow - lean, row - 1)
    return [place(inRow - 1, row), place(inRow + 1, row), across]
  }
  const chosen = differing(perRow * comb.rows, choices, beside, random)
  return chosen.map((choice, at) => {
    const inRow = at % perRow
    return { triangle: triangleAt(comb, Math.floor(inRow / 2), Math.floor(at / perRow), inRow % 2 === 0), choice }
  })
}

const peaks: Plan = (comb, choices, random) => {
  const mixed = random.chance(0.5)
  const chosen = differing(comb.columns * comb.rows, choices, (at) => [at - 1, at - comb.columns], random)
  return chosen.map((choice, at) => {
    const row = Math.floor(at / comb.columns)
    const byRow = comb.rows % choices === 0 && !mixed
    return { triangle: triangleAt(comb, at % comb.columns, row, true), choice: byRow ? row : choice }
  })
}

/** Squares cut from corner to corner; the cuts turn in one of the orders that quilters use. */
const quilt: Plan = ({ columns }, choices, random) => {
  const across = Math.max(2, 2 * Math.round(columns / 2))
  const cell = side / across
  const turnOf = random.pick<(column: number, row: number) => number>(
    (column, row) => [0, 1, 3, 2][(column % 2) + 2 * (row % 2)] ?? 0,
    (column, row) => [2, 3, 1, 0][(column % 2) + 2 * (row % 2)] ?? 0,
    () => 0,
    (_, row) => row % 2,
  )
  const chosen = differing(across * across, choices, (at) => [at - 1, at - across], random)
  const square: Point[] = [
    { x: -cell / 2, y: -cell / 2 },
    { x: cell / 2, y: -cell / 2 },
    { x: cell / 2, y: cell / 2 },
    { x: -cell / 2, y: cell / 2 },
  ]
  return chosen.map((choice, at) => {
    const [column, row] = [at % across, Math.floor(at / across)]
    const corners = square.filter((_, corner) => corner !== turnOf(column, row))
    return { triangle: { x: (column + 0.25) * cell, y: (row + 0.25) * cell, corners }, choice }
  })
}
