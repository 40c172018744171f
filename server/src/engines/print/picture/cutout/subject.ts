import type { Box, Region } from 'shared'
import { ToileError } from '../../../../platform/errors.ts'
import { cropped, type Raster } from '../../raster.ts'
import { leaningAlong, leaningFrom, leaningTo, leaningToMiddle, type Side } from './leaning.ts'
import { offGround } from './off-ground.ts'
import { type SmallPicture, smallPicture } from './small-picture.ts'
import { type Found, subjectMask } from './subject-mask.ts'
import { tidied } from './tidy-mask.ts'

/** The subject of a picture, on a grid. */
export interface Subject {
  /** The part of the picture that the grid covers. */
  region: Region
  grid: SmallPicture
  /** 1 for each cell of the subject. */
  inside: Uint8Array
}

/** Cells along the longer side, while it is judged where a subject may be, while it is looked for, and when its outline is followed. */
const judged = 56
const looked = 84
const followed = 240
const rounds = 4
/** How far apart colours must be to be believed (`Found.apart`): in a box, in the middle, and from one side. */
const plain = { box: 0.8, middle: 3, side: 1 }
/** Part of what is looked at that a subject may be. */
const leastShare = 0.004
const mostShare = 0.97
/** A subject smaller than this may be a detail of the real one, as eyes are of a face. */
const wholeShare = 0.06
/** What reaches over an edge leaves at least so much of its ground. */
const mostOverEdge = 0.85
/** Part of a box that its subject fills at least, and that something larger must fill to be meant by it. */
const usualFill = 0.42
const partFill = 0.4
/** What is looked at round a box, in shares of its sides. */
const margin = 0.25

/** Finds the subject in a box, else in the middle. Throws `NO_SUBJECT` where nothing stands out. */
export async function subjectOf(picture: Raster, box: Box | null): Promise<Subject> {
  const region = box ? roundBox(box) : { left: 0, top: 0, width: 1, height: 1 }
  const part = partOf(picture, region)
  const coarse = await gridOf(part, looked)
  const grid = await gridOf(part, followed)
  const rough = await gridOf(part, judged)
  const plainly = box ? inBox(coarse, rough, within(box, region)) : inMiddle(coarse, rough)
  const motifs = plainly || box ? null : await offGround(part, grid)
  if (motifs) return { region, grid, inside: motifs }
  const found = plainly ?? (box ? null : overAnEdge(coarse, rough))
  if (!found) throw new ToileError('NO_SUBJECT')
  return { region, grid, inside: tidied(outlined(grid, coarse, found.inside), grid.width) }
}

function gridOf(picture: Raster, longest: number): Promise<SmallPicture> {
  const scale = longest / Math.max(picture.width, picture.height)
  const cells = (px: number) => Math.max(8, Math.round(px * scale))
  return smallPicture(picture, cells(picture.width), cells(picture.height))
}

/**
 * A box is drawn round what is meant: where its colours find little of it, the box itself is trusted more. A box round a
 * part of something larger, as the face of a cat, is filled by that part of it.
 */
function inBox(picture: SmallPicture, rough: SmallPicture, box: Box): Found | null {
  const leaning = leaningTo(box, picture, 1)
  const size = Math.max(1, sumOf(leaning.start))
  const fills = (found: Found | null) => (found ? sumOf(found.inside) / size : 0)
  const first = subjectMask(picture, leaning, rounds)
  const found = fills(first) < usualFill ? (subjectMask(picture, leaningTo(box, picture, 2), rounds) ?? first) : first
  if (found && found.apart >= plain.middle) return believed(found, plain.box)
  const larger = overAnEdge(picture, rough)
  const part = larger && { ...larger, inside: larger.inside.map((one, at) => (leaning.fixed[at] === 0 ? one : 0)) }
  return fills(part) > partFill ? part : believed(found, plain.box)
}

const sumOf = (cells: Uint8Array) => cells.reduce((sum, one) => sum + one, 0)

/** Least share on the rougher grid of what is worth a closer look. */
const sketchedShare = wholeShare / 3

function inMiddle(picture: SmallPicture, rough: SmallPicture): Found | null {
  const sketch = subjectMask(rough, leaningToMiddle(rough), rounds)
  if (!sketch || sketch.share < sketchedShare) return null
  const middle = believed(subjectMask(picture, leaningToMiddle(picture), rounds), plain.middle)
  return middle && middle.share > wholeShare ? middle : null
}

/** The plainest of what reaches over the picture's edges: judged from each side on a rougher grid, then found from that side. */
function overAnEdge(picture: SmallPicture, rough: SmallPicture): Found | null {
  const sides: Side[] = ['left', 'top', 'right', 'bottom']
  const found = sides.flatMap((side) => {
    const one = fromSide(rough, side)
    return one ? [{ side, apart: one.apart }] : []
  })
  const [plainest] = found.sort((p, q) => q.apart - p.apart)
  return plainest ? fromSide(picture, plainest.side) : null
}

function fromSide(picture: SmallPicture, side: Side): Found | null {
  const found = believed(subjectMask(picture, leaningFrom(side, picture), rounds), plain.side)
  return found && found.share > 2 * wholeShare && found.share < mostOverEdge ? found : null
}

function believed(found: Found | null, apart: number): Found | null {
  return found && found.apart >= apart && found.share >= leastShare && found.share <= mostShare ? found : null
}

/** The outline that a coarse grid gave, followed on a finer one. */
function outlined(grid: SmallPicture, coarse: SmallPicture, inside: Uint8Array): Uint8Array {
  const start = Uint8Array.from({ length: grid.width * grid.height }, (_, at) => {
    const x = Math.floor((((at % grid.width) + 0.5) * coarse.width) / grid.width)
    const y = Math.floor(((Math.floor(at / grid.width) + 0.5) * coarse.height) / grid.height)
    return inside[y * coarse.width + x] ?? 0
  })
  return subjectMask(grid, leaningAlong(start, grid.width), 1)?.inside ?? start
}

/** The box with a margin, as far as the picture goes. */
function roundBox([left, top, width, height]: Box): Region {
  const x0 = Math.max(0, left - width * margin)
  const y0 = Math.max(0, top - height * margin)
  const x1 = Math.min(1, left + width * (1 + margin))
  const y1 = Math.min(1, top + height * (1 + margin))
  return { left: x0, top: y0, width: x1 - x0, height: y1 - y0 }
}

/** A box of the picture as a box of its region. */
function within([left, top, width, height]: Box, region: Region): Box {
  return [(left - region.left) / region.width, (top - region.top) / region.height, width / region.width, height / region.height]
}

/** The region in whole px of the picture. */
export function pixelsOf({ left, top, width, height }: Region, picture: Raster): Region {
  const x0 = Math.min(picture.width - 1, Math.round(left * picture.width))
  const y0 = Math.min(picture.height - 1, Math.round(top * picture.height))
  return {
    left: x0,
    top: y0,
    width: Math.max(1, Math.min(picture.width, Math.round((left + width) * picture.width)) - x0),
    height: Math.max(1, Math.min(picture.height, Math.round((top + height) * picture.height)) - y0),
  }
}

function partOf(picture: Raster, region: Region): Raster {
  const { left, top, width, height } = pixelsOf(region, picture)
  return width === picture.width && height === picture.height ? picture : cropped(picture, left, top, width, height)
}
