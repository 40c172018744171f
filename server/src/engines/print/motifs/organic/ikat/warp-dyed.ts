import type { Random } from '../../../random.ts'
import { emptyRaster, type Raster } from '../../../raster.ts'
import type { Painter } from '../../drawing.ts'
import { side } from '../../frame.ts'
import { rasterised } from '../../render.ts'

/** Warp threads in a repeat. A power of two, so that each is a whole number of px at every size. */
const threads = 512
/** Threads tied and dyed as one bundle: they slip together. */
const bundle = 7
/** How far bundles, and single threads in them, slip along the warp, in drawing units. */
const bundleSlip = 13
const threadSlip = 9
/** How far dye creeps along a thread at either side, in drawing units. */
const creep = 3

/** One warp thread: how far it has slipped, how much more half a repeat on, and how well it took the dye. */
interface Thread {
  slipped: number
  drift: number
  strength: number
}

const idle: Thread = { slipped: 0, drift: 0, strength: 1 }

/**
 * Paints a cartoon (svg of one repeat, closed round its edges) as warp ikat: the pattern is dyed into the threads before
 * they are woven, and since none lies quite where it was, edges feather along the warp: by the usual slip times `slip`.
 */
export function warpDyed(cartoon: string, slip: number, random: Random): Painter {
  const warp = slipped(slip, random)
  return (size, frame) => {
    const drawn = crept(rasterised(cartoon, side))
    const cloth = emptyRaster(size * frame.repeats, size * frame.repeats)
    const thread = size / threads
    const startX = Math.round((frame.phase.x / side) * size)
    const startY = Math.round((frame.phase.y / side) * size)
    for (let y = 0, at = 0; y < cloth.height; y++) {
      const down = ((y + startY) % size) * (side / size)
      const sway = Math.abs(down / side - 0.5) * 2
      const weft = ((y + startY) * 4 * (side / size)) % 16 < 8 ? 1.008 : 0.992
      for (let x = 0; x < cloth.width; x++, at += 3) {
        const inX = (x + startX) % size
        const place = Math.floor(inX / thread)
        const { slipped: off, drift, strength } = warp[place] ?? idle
        const across = ((inX % thread) + 0.5) / thread - 0.5
        const shade = strength * weft * (1.012 - across * across * 0.144)
        dyePixel(cloth.data, at, drawn, place * (side / threads), down + off + drift * sway, shade)
      }
    }
    return cloth
  }
}

/** Mixes the two rows of the cartoon that a place on a thread lies between. */
function dyePixel(data: Uint8Array, at: number, { data: drawn }: Raster, column: number, down: number, shade: number): void {
  const row = Math.floor(down)
  const share = down - row
  const upper = ((row & (side - 1)) * side + column) * 3
  const lower = (((row + 1) & (side - 1)) * side + column) * 3
  for (let c = 0; c < 3; c++) {
    const value = ((drawn[upper + c] ?? 0) * (1 - share) + (drawn[lower + c] ?? 0) * share) * shade + 0.5
    data[at + c] = Math.min(255, value)
  }
}

function slipped(share: number, random: Random): Thread[] {
  const warp: Thread[] = []
  let [together, drift, left] = [0, 0, 0]
  while (warp.length < threads) {
    if (left === 0) {
      left = 2 + random.below(bundle * 2 - 2)
      together = random.between(-bundleSlip, bundleSlip) * share
      drift = random.between(-bundleSlip, bundleSlip) * 0.7 * share
    }
    left--
    const alone = random.between(-threadSlip, threadSlip) * (random.chance(0.25) ? 1.8 : 0.7) * share
    warp.push({ slipped: together + alone, drift, strength: 1 + random.between(-0.028, 0.028) })
  }
  return warp
}

/** The cartoon with dye crept a little along the warp: columns averaged over a few units. */
function crept({ data, width, height }: Raster): Raster {
  const soft = emptyRaster(width, height)
  const stride = width * 3
  const share = 1 / (2 * creep + 1)
  const sum = new Float64Array(stride)
  const row = (y: number) => (((y % height) + height) % height) * stride
  for (let y = -creep; y <= creep; y++) for (let x = 0; x < stride; x++) sum[x] = (sum[x] ?? 0) + (data[row(y) + x] ?? 0)
  for (let y = 0; y < height; y++) {
    const [to, enters, leaves] = [y * stride, row(y + creep + 1), row(y - creep)]
    for (let x = 0; x < stride; x++) {
      soft.data[to + x] = (sum[x] ?? 0) * share + 0.5
      sum[x] = (sum[x] ?? 0) + (data[enters + x] ?? 0) - (data[leaves + x] ?? 0)
    }
  }
  return soft
}
