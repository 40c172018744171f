import { hexToRgb } from '../../colour/oklab.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { blurred } from '../resample.ts'
import type { Ink } from './inks.ts'
import { type Separation, separated, smoothed } from './separation.ts'
import { withoutSpecks } from './specks.ts'

/** Side at which the measures below are true; they grow with the result. */
const measured = 1024
/** px over which a photograph's grain is evened out before it is parted. */
const grain = 1.6
/** Areas smaller than this many px do not hold on a screen. */
const speck = { photograph: 70, flat: 12 }

interface Manner {
  /** Flat artwork, whose edges stay as sharp as they are. */
  flat: boolean
  /** The picture tiles, and shall tile again. */
  torus: boolean
}

/** The picture in flat inks, each pixel exactly one of them; every area is large enough to be printed. */
export async function screenPrint(picture: Raster, inks: readonly Ink[], { flat, torus }: Manner): Promise<Raster> {
  const times = Math.max(0.25, picture.width / measured)
  const even = flat ? picture : await blurred(picture, grain * times, torus)
  const rough = separated(even, inks)
  const smooth = flat
    ? smoothed(rough, inks.length, 1, torus)
    : rounded(rough, inks.length, Math.max(1, Math.round(2 * times)), torus)
  return printed(withoutSpecks(smooth, speck[flat ? 'flat' : 'photograph'] * times ** 2, torus), inks)
}

/** Smoothed twice: corners that a square leaves go in the second round. */
function rounded(rough: Separation, inks: number, radius: number, torus: boolean): Separation {
  return smoothed(smoothed(rough, inks, radius, torus), inks, radius, torus)
}

function printed({ ink, width, height }: Separation, inks: readonly Ink[]): Raster {
  const colours = Uint8Array.from(inks.flatMap(({ hex }) => hexToRgb(hex)))
  const print = emptyRaster(width, height)
  for (let at = 0, to = 0; at < ink.length; at++, to += 3) {
    const from = (ink[at] ?? 0) * 3
    print.data[to] = colours[from] ?? 0
    print.data[to + 1] = colours[from + 1] ?? 0
    print.data[to + 2] = colours[from + 2] ?? 0
  }
  return print
}
