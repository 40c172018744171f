import type { Box } from 'shared'
import { modelOf } from './colour-model.ts'
import type { SmallPicture } from './small-picture.ts'

/** Where a subject is looked for. */
export interface Leaning {
  /** −1 where it surely is not, 1 where it surely is, 0 elsewhere. */
  fixed: Int8Array
  /** Added to a cell's pull, above 0 where a subject is likelier to stand. */
  lean: Float32Array
  /** 1 where it is supposed to be at first. */
  start: Uint8Array
}

/** How strongly the middle is believed where colours do not tell. */
const belief = 3

/**
 * Inside a box: all of it is supposed to be the subject, as GrabCut has it, its middle most of all; nothing outside is.
 * `trust` is how much the box counts beside the colours; 1 is usual.
 */
export function leaningTo(box: Box, { width, height }: SmallPicture, trust: number): Leaning {
  const start = new Uint8Array(width * height)
  const lean = new Float32Array(width * height)
  const [left, top, wide, high] = [box[0] * width, box[1] * height, box[2] * width, box[3] * height]
  const lastRow = Math.min(height, Math.max(Math.floor(top) + 1, Math.ceil(top + high)))
  const lastColumn = Math.min(width, Math.max(Math.floor(left) + 1, Math.ceil(left + wide)))
  for (let y = Math.floor(top); y < lastRow; y++) {
    for (let x = Math.floor(left); x < lastColumn; x++) {
      const away = ((2 * (x + 0.5 - left)) / wide - 1) ** 2 + ((2 * (y + 0.5 - top)) / high - 1) ** 2
      start[y * width + x] = 1
      lean[y * width + x] = trust * belief * (0.9 - away)
    }
  }
  return { fixed: Int8Array.from(start, (one) => one - 1), lean, start }
}

export type Side = 'left' | 'top' | 'right' | 'bottom'
const allSides: readonly Side[] = ['left', 'top', 'right', 'bottom']

/** Part of the shorter side that is taken for the picture's border. */
const border = 0.04
/** Where on the way from the middle (0) to the middle of an edge (1), squared, the belief turns. */
const turn = 0.6
/** The ellipse round the middle that is supposed to be the subject where the border's colours are nearly everywhere. */
const core = 0.42
/** Part of the picture that must differ from its border to be believed alone. */
const enough = 0.12

/** Without a box: what is not of the border's colours, and rather in the middle. */
export function leaningToMiddle(picture: SmallPicture): Leaning {
  const { width, height } = picture
  const start = unlikeRim(picture, rimOf(picture, allSides))
  const away = Float32Array.from(start, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    return ((2 * x + 1) / width - 1) ** 2 + ((2 * y + 1) / height - 1) ** 2
  })
  const found = start.reduce((sum, one) => sum + one, 0) / start.length
  if (found < enough) for (let at = 0; at < start.length; at++) if ((away[at] ?? 0) < core) start[at] = 1
  return { fixed: new Int8Array(start.length), lean: away.map((far) => belief * (turn - far)), start }
}

/** A subject that reaches over the picture's other edges, as a face close by does: only one side shows what is behind it. */
export function leaningFrom(side: Side, picture: SmallPicture): Leaning {
  const { width, height } = picture
  const rim = rimOf(picture, [side])
  const lean = Float32Array.from(rim, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const along = side === 'left' || side === 'right' ? (x + 0.5) / width : (y + 0.5) / height
    const away = side === 'left' || side === 'top' ? 1 - 2 * along : 2 * along - 1
    return (2 * belief * (0.5 - Math.max(0, away) ** 2)) / 3
  })
  return { fixed: Int8Array.from(rim, (one) => -one), lean, start: unlikeRim(picture, rim) }
}

/** 1 for each cell at the sides named. */
function rimOf({ width, height }: SmallPicture, sides: readonly Side[]): Uint8Array {
  const rim = Math.max(1, Math.round(Math.min(width, height) * border))
  const cells = new Uint8Array(width * height)
  for (const side of sides) {
    const rows = side === 'top' ? [0, rim] : side === 'bottom' ? [height - rim, height] : [0, height]
    const columns = side === 'left' ? [0, rim] : side === 'right' ? [width - rim, width] : [0, width]
    for (let y = rows[0] ?? 0; y < (rows[1] ?? 0); y++)
      cells.fill(1, y * width + (columns[0] ?? 0), y * width + (columns[1] ?? 0))
  }
  return cells
}

/** 1 for each cell that is stranger than nine tenths of the rim. */
function unlikeRim({ labs }: SmallPicture, rim: Uint8Array): Uint8Array {
  const ground = modelOf(labs, rim, 1, 5)
  const strange = Float32Array.from(rim, (_, at) =>
    ground.energy(labs[at * 3] ?? 0, labs[at * 3 + 1] ?? 0, labs[at * 3 + 2] ?? 0),
  )
  const usual = strange.filter((_, at) => rim[at] === 1).sort()
  const limit = (usual[Math.floor(usual.length * 0.9)] ?? 0) + 2
  return rim.map((rimmed, at) => (rimmed === 0 && (strange[at] ?? 0) >= limit ? 1 : 0))
}

/** Cells on either side of an outline that is known already, within which it is looked for again. */
const band = 5

/** Along an outline known from a coarser grid: the rest is settled. */
export function leaningAlong(inside: Uint8Array, width: number): Leaning {
  const height = inside.length / width
  const settled = (wanted: number) =>
    eroded(
      inside.map((one) => (one === wanted ? 1 : 0)),
      width,
      height,
    )
  const [subject, ground] = [settled(1), settled(0)]
  const fixed = Int8Array.from(inside, (_, at) => (subject[at] ?? 0) - (ground[at] ?? 0))
  return { fixed, lean: new Float32Array(inside.length), start: inside }
}

/** Cells that have none but their own kind within the band. */
function eroded(cells: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array(cells.length)
  const both = new Uint8Array(cells.length)
  for (let y = 0; y < height; y++) erodeLine(cells, rows, y * width, 1, width)
  for (let x = 0; x < width; x++) erodeLine(rows, both, x, width, height)
  return both
}

function erodeLine(from: Uint8Array, to: Uint8Array, start: number, step: number, length: number): void {
  let run = band
  for (let at = 0; at < length + band; at++) {
    // Beyond the picture's edge it goes on as it is.
    run = at >= length || from[start + at * step] ? run + 1 : 0
    if (at >= band) to[start + (at - band) * step] = run > 2 * band ? 1 : 0
  }
}
