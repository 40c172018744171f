import type { Box } from 'shared'
import { ToileError } from '../../../../platform/errors.ts'
import { cropped, type Layer, type Raster } from '../../raster.ts'
import { matted } from '../cutout/matte.ts'
import { pixelsOf, type Subject, subjectOf } from '../cutout/subject.ts'
import { partsOf } from '../cutout/tidy-mask.ts'
import { decoded, seeThroughLayer } from '../decode.ts'
import { resampled } from '../resample.ts'
import { tonesOf } from '../tones.ts'
import { boundsOf, croppedLayer, visibleBounds } from '../visible-part.ts'
import { groundOf, paper } from './motif-ground.ts'

/** Motifs cut out of a picture, largest first, and the ground they stood on. */
export interface MotifSet {
  motifs: Layer[]
  ground: string
}

/** Longest edge in px of the picture on which motifs are looked for, of the one read for it, and of the one from which they are cut. */
const lookedAt = 512
const readFirst = 1024
const mostRead = 2048
/** Most motifs, and how large one must be beside the largest (by area): the rest are fillers. */
const most = 5
const leastOfLargest = 0.12

/**
 * Cuts out what a toss scatters: the subject in the box or in the middle; of an all-over print several of its motifs, whole
 * ones. Throws `NO_SUBJECT`, `UNSUPPORTED_IMAGE`.
 * @param length how many px the largest is wanted long
 * @param known the picture, where it has been decoded already
 */
export async function motifSetOf(bytes: Uint8Array, box: Box | null, length: number, known?: Raster): Promise<MotifSet> {
  const seen = await seeThroughLayer(bytes, mostRead)
  if (seen) {
    if (seen.alpha?.every((opacity) => opacity < 128)) throw new ToileError('NO_SUBJECT')
    const inBox = box ? croppedLayer(seen, pixelsOf({ left: box[0], top: box[1], width: box[2], height: box[3] }, seen)) : seen
    return { motifs: [croppedLayer(inBox, visibleBounds(inBox))], ground: paper }
  }
  const whole = known ? await noLonger(known, readFirst) : await decoded(bytes, readFirst)
  const small = await noLonger(whole, lookedAt)
  const subject = await subjectOf(small, box)
  const parts = wholeParts(subject)
  const extent = Math.max(...parts.map((part) => lengthOf(part, subject)))
  const wanted = Math.min(mostRead, Math.ceil(length / extent))
  const picture = known || wanted <= readFirst ? await noLonger(known ?? whole, wanted) : await decoded(bytes, wanted)
  const layer = await matted(areaOf(picture, subject), subject, 1)
  // The ground is looked for where the subject was: it is the same at every scale.
  const ground = groundOf(subject, areaOf(small, subject), (await tonesOf(small)).flat)
  return { motifs: parts.map((part) => cutFrom(layer, part, subject)), ground }
}

/** The picture, made smaller if it is longer than `longest` px. */
const noLonger = async (picture: Raster, longest: number) =>
  Math.max(picture.width, picture.height) <= longest ? picture : resampled(picture, longest, longest, 'inside')

function areaOf(picture: Raster, { region }: Subject): Raster {
  const { left, top, width, height } = pixelsOf(region, picture)
  return cropped(picture, left, top, width, height)
}

/** The parts that a toss uses: the largest and others like it; those that the picture's edge cuts only where all are cut. */
function wholeParts({ inside, grid: { width, height } }: Subject): number[][] {
  const parts = partsOf(inside, width, 1).sort((p, q) => q.length - p.length)
  const whole = parts.filter((part) => !isCut(part, width, height))
  const kept = whole.length > 0 && (whole[0]?.length ?? 0) > (parts[0]?.length ?? 0) * leastOfLargest ? whole : parts
  return kept.filter((part) => part.length >= (kept[0]?.length ?? 0) * leastOfLargest).slice(0, most)
}

/** True for a part that reaches the picture's edge, and so may go on beyond it. */
const isCut = (part: number[], width: number, height: number) =>
  part.some((at) => at % width === 0 || at % width === width - 1 || at < width || at >= width * (height - 1))

/** How long a part is, as a share of the picture's longer side. */
function lengthOf(part: number[], { grid, region }: Subject): number {
  const columns = part.map((at) => at % grid.width)
  const rows = part.map((at) => Math.floor(at / grid.width))
  const spread = (values: number[]) => values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b)) + 1
  const cellsAcrossPicture = Math.max(grid.width / region.width, grid.height / region.height)
  return Math.max(spread(columns), spread(rows)) / cellsAcrossPicture
}

/** Cells beyond a part's own that its edge may reach. */
const edge = 1

/** One part of a layer on its own. */
function cutFrom(layer: Layer, part: number[], { inside, grid }: Subject): Layer {
  const near = nearCells(part, inside, grid.width)
  const { left, top, right, bottom } = boundsOf(near, grid.width, 0)
  const [x0, x1] = [left, right + 1].map((cell) => Math.round((cell * layer.width) / grid.width))
  const [y0, y1] = [top, bottom + 1].map((cell) => Math.round((cell * layer.height) / grid.height))
  const alone = croppedLayer(layer, {
    left: x0 ?? 0,
    top: y0 ?? 0,
    width: Math.max(1, (x1 ?? 0) - (x0 ?? 0)),
    height: Math.max(1, (y1 ?? 0) - (y0 ?? 0)),
  })
  const { alpha, width, height } = alone
  if (!alpha) return alone
  const columns = Int32Array.from({ length: width }, (_, x) => cellAt(x + (x0 ?? 0), layer.width, grid.width))
  for (let y = 0; y < height; y++) {
    const row = cellAt(y + (y0 ?? 0), layer.height, grid.height) * grid.width
    for (let x = 0; x < width; x++) if (!near[row + (columns[x] ?? 0)]) alpha[y * width + x] = 0
  }
  const motif = croppedLayer(alone, visibleBounds(alone))
  return isCut(part, grid.width, grid.height) ? rounded(motif) : motif
}

/**
 * A motif without the straight lines along which its picture cut it: within a superellipse of the fourth power, as a cameo
 * is.
 */
function rounded({ data, width, height, alpha }: Layer): Layer {
  const round = Uint8Array.from({ length: width * height }, (_, at) => {
    const x = at % width
    const across = ((2 * x + 1) / width - 1) ** 2
    const down = ((2 * (at - x)) / width / height + 1 / height - 1) ** 2
    const outside = across * across + down * down - 1
    // The edge is about one px wide: four times the way past it, in shares of half the shorter side.
    const seen = Math.max(0, Math.min(1, 0.5 - (outside * Math.min(width, height)) / 8))
    return Math.round((alpha?.[at] ?? 255) * seen)
  })
  return { data, width, height, alpha: round }
}

const cellAt = (px: number, length: number, cells: number) => Math.floor(((px + 0.5) * cells) / length)

/** 1 for a part's cells and those of the ground close to it. */
function nearCells(part: number[], inside: Uint8Array, width: number): Uint8Array {
  const near = new Uint8Array(inside.length)
  const height = inside.length / width
  for (const at of part) {
    const x = at % width
    const y = (at - x) / width
    for (let j = Math.max(0, y - edge); j <= Math.min(height - 1, y + edge); j++) {
      for (let i = Math.max(0, x - edge); i <= Math.min(width - 1, x + edge); i++) {
        if (!inside[j * width + i]) near[j * width + i] = 1
      }
    }
  }
  for (const at of part) near[at] = 1
  return near
}
