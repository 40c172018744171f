import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { calm } from '../repeat.ts'
import { resampled } from '../resample.ts'
import type { Symmetry } from './symmetry.ts'
import { livelyPlacement, type Placement } from './wedge.ts'

/** Longest side of the thumbnail on which the wedge is laid. */
const looked = 96
/** px of the source for each px of the result: turned pictures stay crisp when they are read from a larger one. */
const crispness = 1.4

/** A tile of `size` px as a kaleidoscope shows a picture; the seed moves the wedge. It tiles without a seam. */
export async function kaleidoscope(picture: Raster, size: number, symmetry: Symmetry, seed: number): Promise<Raster> {
  const thumbnail = await resampled(picture, looked, looked, 'inside')
  const placement = livelyPlacement(thumbnail, symmetry, createRandom(seed, 'wedge'))
  // A repeat of the pattern in px of the result, and in px of the thumbnail.
  const repeat = size / Math.hypot(symmetry.right.x, symmetry.right.y)
  const times = (repeat * crispness) / Math.hypot(placement.along.x, placement.along.y)
  const width = Math.max(2, Math.round(thumbnail.width * times))
  const enlarged = await resampled(picture, width, Math.max(2, Math.round(thumbnail.height * times)), 'fill')
  return calm(reflected(enlarged, scaledTo(placement, enlarged, thumbnail), size, symmetry))
}

function scaledTo({ origin, along }: Placement, enlarged: Raster, thumbnail: Raster): Placement {
  const times = enlarged.width / thumbnail.width
  return {
    origin: { x: (origin.x + 0.5) * times - 0.5, y: (origin.y + 0.5) * times - 0.5 },
    along: { x: along.x * times, y: along.y * times },
  }
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
