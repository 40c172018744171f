import { cropped, emptyRaster, type Raster } from '../raster.ts'
import { type Bands, bandsOf, flattened } from './bands.ts'
import { axisOf, leastErrorCut } from './least-error-cut.ts'

/** How a unit meets its neighbours: straight, dropped by half beside it, or shifted by half below it. */
export type Meeting = 'straight' | 'half-drop' | 'brick'

/**
 * A unit of `side` px that repeats without a seam, from a larger square: what is over is its overlap. `flattening` is how
 * much slow light is evened out, 0 to 1; null for flat artwork, whose plain colours must stay exactly as they are.
 */
export async function seamlessUnit(picture: Raster, side: number, meeting: Meeting, flattening: number | null): Promise<Raster> {
  const bands = flattening === null ? unsplit(picture) : flattened(await bandsOf(picture), flattening)
  const overlap = picture.width - side
  const half = side >> 1
  // The edge that meets a shifted one is joined last, when the other one is whole and goes round.
  const [first, last] = meeting === 'brick' ? (['x', 'y'] as const) : (['y', 'x'] as const)
  return joined(joined(bands, overlap, first, 0, false), overlap, last, meeting === 'straight' ? 0 : half, true).full
}

/** A picture without a low band: all of it is detail. */
const unsplit = (full: Raster): Bands => ({ full, low: emptyRaster(full.width, full.height) })

/**
 * Joins the far edge to the near one: fine detail changes over along the least-error cut, slow changes of light over
 * the whole overlap (after Burt and Adelson's multiresolution blend, with two bands).
 */
function joined({ full, low }: Bands, overlap: number, edge: 'x' | 'y', shift: number, cyclic: boolean): Bands {
  const from = axisOf(full, edge)
  const cut = leastErrorCut(full, from, overlap, shift, cyclic)
  const kept = from.breadth - overlap
  const [width, height] = edge === 'x' ? [kept, full.height] : [full.width, kept]
  const whole = { full: cropped(full, 0, 0, width, height), low: cropped(low, 0, 0, width, height) }
  const to = axisOf(whole.full, edge)
  const feather = Math.max(1.5, Math.min(overlap, kept * 0.45) / 40)
  const slow = Float32Array.from({ length: overlap }, (_, k) => smooth(k / overlap))
  for (let t = 0; t < from.length; t++) {
    let near = t * from.along
    let far = ((t - shift + from.length) % from.length) * from.along + kept * from.over
    let on = t * to.along
    const path = cut[t] ?? 0
    for (let k = 0; k < overlap; k++, near += from.over, far += from.over, on += to.over) {
      const fine = smooth(((k - path) / feather + 1) / 2)
      for (let c = 0; c < 3; c++) {
        const nearLow = low.data[near + c] ?? 0
        const farLow = low.data[far + c] ?? 0
        const light = farLow + (nearLow - farLow) * (slow[k] ?? 0)
        const farFine = (full.data[far + c] ?? 0) - farLow
        const value = light + farFine + ((full.data[near + c] ?? 0) - nearLow - farFine) * fine
        whole.low.data[on + c] = light
        whole.full.data[on + c] = value < 0 ? 0 : value > 255 ? 255 : value + 0.5
      }
    }
  }
  return whole
}

/** 0 below 0, 1 above 1, and no kink between. */
function smooth(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 1
  return share * share * (3 - 2 * share)
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
