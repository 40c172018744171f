import type { Region } from 'shared'
import { createRandom } from '../../random.ts'
import { cropped, emptyRaster, type Raster } from '../../raster.ts'
import { calm } from '../repeat.ts'
import { resampled } from '../resample.ts'
import type { Symmetry } from './symmetry.ts'
import { livelyPlacement, type Placement, placed } from './wedge.ts'

/** Longest side of the thumbnail on which the wedge is laid. */
const looked = 96
/** px of the source for each px of the result: turned pictures stay crisp when they are read from a larger one. */
const crispness = 1.4

/** A tile of `size` px as a kaleidoscope shows a picture; the seed moves the wedge. It tiles without a seam. */
export async function kaleidoscope(picture: Raster, size: number, symmetry: Symmetry, seed: number): Promise<Raster> {
  const thumbnail = await resampled(picture, looked, looked, 'inside')
  const onThumbnail = livelyPlacement(thumbnail, symmetry, createRandom(seed, 'wedge'))
  const placement = enlargedBy(onThumbnail, picture.width / thumbnail.width)
  const { left, top, width, height } = shownBy(placement, symmetry, picture)
  // A repeat of the pattern in px of the result, and in px of the picture.
  const repeat = size / Math.hypot(symmetry.right.x, symmetry.right.y)
  const times = (repeat * crispness) / Math.hypot(placement.along.x, placement.along.y)
  const part = cropped(picture, left, top, width, height)
  const crisp = await resampled(part, Math.max(2, Math.round(width * times)), Math.max(2, Math.round(height * times)), 'fill')
  const { origin, along } = placement
  const onPart = { origin: { x: origin.x - left, y: origin.y - top }, along }
  return calm(reflected(crisp, enlargedBy(onPart, crisp.width / width), size, symmetry))
}

/** The placement on the same picture, `times` as large. */
const enlargedBy = ({ origin, along }: Placement, times: number): Placement => ({
  origin: { x: (origin.x + 0.5) * times - 0.5, y: (origin.y + 0.5) * times - 0.5 },
  along: { x: along.x * times, y: along.y * times },
})

/** px round the wedge on which its own edge depends. */
const margin = 4

/** The part of the picture on which the wedge lies, in px: no more of it need be enlarged. */
function shownBy(placement: Placement, { wedge }: Symmetry, { width, height }: Raster): Region {
  const corners = wedge.map((corner) => placed(corner, placement))
  const from = (values: number[]) => Math.floor(Math.min(...values)) - margin
  const to = (values: number[]) => Math.ceil(Math.max(...values)) + margin + 1
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const left = Math.max(0, Math.min(width - 2, from(xs)))
  const top = Math.max(0, Math.min(height - 2, from(ys)))
  return { left, top, width: Math.min(width, to(xs)) - left, height: Math.min(height, to(ys)) - top }
}

/** Reads every pixel of the tile from the wedge that it is a reflection of. */
export function reflected(picture: Raster, { origin, along }: Placement, size: number, symmetry: Symmetry): Raster {
  const { right, down, fold } = symmetry
  const tile = emptyRaster(size, size)
  const point = { x: 0, y: 0 }
  let to = 0
  for (let y = 0; y < size; y++) {
    const v = (y + 0.5) / size
    for (let x = 0; x < size; x++) {
      const u = (x + 0.5) / size
      point.x = u * right.x + v * down.x
      point.y = u * right.y + v * down.y
      fold(point)
      readInto(
        tile.data,
        to,
        picture,
        origin.x + point.x * along.x - point.y * along.y,
        origin.y + point.x * along.y + point.y * along.x,
      )
      to += 3
    }
  }
  return tile
}

/** Puts the colour at a place between four pixels into `into`; places outside take the border's. */
function readInto(into: Uint8Array, to: number, { data, width, height }: Raster, x: number, y: number): void {
  const px = Math.min(width - 1.001, Math.max(0, x))
  const py = Math.min(height - 1.001, Math.max(0, y))
  const left = px | 0
  const top = py | 0
  const fx = px - left
  const fy = py - top
  const upper = (top * width + left) * 3
  const lower = upper + width * 3
  for (let c = 0; c < 3; c++) {
    const above = (data[upper + c] ?? 0) * (1 - fx) + (data[upper + c + 3] ?? 0) * fx
    const below = (data[lower + c] ?? 0) * (1 - fx) + (data[lower + c + 3] ?? 0) * fx
    into[to + c] = above + (below - above) * fy + 0.5
  }
}
