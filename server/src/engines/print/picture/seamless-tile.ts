import { cropped, emptyRaster, type Raster, transposed } from '../raster.ts'
import { type Bands, bandsOf, flattened } from './bands.ts'
import { leastErrorCut } from './least-error-cut.ts'

/** How a unit meets its neighbours: straight, dropped by half beside it, or shifted by half below it. */
export type Meeting = 'straight' | 'half-drop' | 'brick'

/** px by which a unit of `side` px must overlap its neighbour. */
export const overlapOf = (side: number) => Math.max(1, Math.round(side * 0.22))

/**
 * A unit of `side` px that repeats without a seam, from a larger square: what is over is its overlap. `flattening` is how
 * much slow light is evened out, 0 to 1; null for flat artwork, whose plain colours must stay exactly as they are.
 */
export async function seamlessUnit(picture: Raster, side: number, meeting: Meeting, flattening: number | null): Promise<Raster> {
  const bands = flattening === null ? unsplit(picture) : flattened(await bandsOf(picture), flattening)
  const overlap = picture.width - side
  const half = side >> 1
  if (meeting === 'brick') {
    const columns = joined(bands, overlap, 0, false)
    return transposed(joined(turned(columns), overlap, half, true).full)
  }
  const rows = turned(joined(turned(bands), overlap, 0, false))
  return joined(rows, overlap, meeting === 'half-drop' ? half : 0, true).full
}

/** A picture without a low band: all of it is detail. */
const unsplit = (full: Raster): Bands => ({ full, low: emptyRaster(full.width, full.height) })

const turned = ({ full, low }: Bands): Bands => ({ full: transposed(full), low: transposed(low) })

/**
 * Joins the right edge to the left one: fine detail changes over along the least-error cut, slow changes of light over
 * the whole overlap (after Burt and Adelson's multiresolution blend, with two bands).
 */
function joined(bands: Bands, overlap: number, shift: number, cyclic: boolean): Bands {
  const { full, low } = bands
  const { width, height } = full
  const offset = width - overlap
  const cut = leastErrorCut(full, overlap, offset, shift, cyclic)
  const feather = Math.max(1.5, Math.min(overlap, offset * 0.45) / 40)
  const joinedFull = cropped(full, 0, 0, offset, height)
  const joinedLow = cropped(low, 0, 0, offset, height)
  for (let y = 0; y < height; y++) {
    const tail = (((y - shift + height) % height) * width + offset) * 3
    const head = y * width * 3
    for (let x = 0; x < overlap; x++) {
      const slow = smooth(x / overlap)
      const fine = smooth(((x - (cut[y] ?? 0)) / feather + 1) / 2)
      for (let c = 0; c < 3; c++) {
        const [left, right] = [head + x * 3 + c, tail + x * 3 + c]
        const [leftLow, rightLow] = [low.data[left] ?? 0, low.data[right] ?? 0]
        const light = rightLow + (leftLow - rightLow) * slow
        const leftFine = (full.data[left] ?? 0) - leftLow
        const rightFine = (full.data[right] ?? 0) - rightLow
        const value = light + rightFine + (leftFine - rightFine) * fine
        const to = (y * offset + x) * 3 + c
        joinedLow.data[to] = light
        joinedFull.data[to] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5
      }
    }
  }
  return { full: joinedFull, low: joinedLow }
}

/** 0 below 0, 1 above 1, and no kink between. */
function smooth(share: number): number {
  const t = Math.min(1, Math.max(0, share))
  return t * t * (3 - 2 * t)
}

/** The unit beside its own reflections: four units, every edge meets its mirror image. */
export function mirrored(unit: Raster): Raster {
  const { data, width, height } = unit
  const four = emptyRaster(width * 2, height * 2)
  for (let y = 0; y < height * 2; y++) {
    const fromY = y < height ? y : height * 2 - 1 - y
    for (let x = 0; x < width * 2; x++) {
      const fromX = x < width ? x : width * 2 - 1 - x
      const from = (fromY * width + fromX) * 3
      const to = (y * width * 2 + x) * 3
      four.data[to] = data[from] ?? 0
      four.data[to + 1] = data[from + 1] ?? 0
      four.data[to + 2] = data[from + 2] ?? 0
    }
  }
  return four
}
