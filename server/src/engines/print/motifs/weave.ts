import { hexToRgb } from '../colour/oklab.ts'
import { createRandom, type Random } from '../random.ts'
import { emptyRaster, type Raster } from '../raster.ts'
import { type Frame, side } from './frame.ts'

/** Which thread lies on top where warp thread x crosses weft thread y. */
type Binding = 'plain' | 'twill'

/** A cloth: one repeat of its threads, colours in order from left and from the top. Both have `threads` entries. */
export interface Weave {
  warp: string[]
  weft: string[]
  binding: Binding
  /** Seeds the threads' unevenness. */
  seed: number
}

/** Threads along one repeat. A power of two, so that a thread is a whole number of px at every size. */
export const threads = 512

/** How much a thread's edge is darker than its middle. Its mean is taken out, so a woven colour stays the colour asked. */
const roundness = 0.16
/** How unevenly threads are dyed. */
const unevenness = 0.045

/** Repeats a thread count sequence until it fills one repeat of the cloth; the sequence's length must divide it. */
export function threaded(stripes: readonly (readonly [colour: string, count: number])[]): string[] {
  const sett = stripes.flatMap(([colour, count]) => Array.from({ length: count }, () => colour))
  return Array.from({ length: threads }, (_, at) => sett[at % sett.length] ?? '#000000')
}

/**
 * A sett scaled to `length` threads. Every stripe keeps at least one thread; the widest takes the rounding.
 */
export function fitted(stripes: readonly (readonly [colour: string, count: number])[], length: number): [string, number][] {
  const total = stripes.reduce((sum, [, count]) => sum + count, 0)
  const fit = stripes.map(([colour, count]): [string, number] => [colour, Math.max(1, Math.round((count / total) * length))])
  let spare = length - fit.reduce((sum, [, count]) => sum + count, 0)
  while (spare !== 0) {
    const widest = fit.reduce((best, stripe) => (stripe[1] > best[1] ? stripe : best))
    widest[1] += Math.sign(spare)
    spare -= Math.sign(spare)
  }
  return fit
}

/** Weaves the cloth thread by thread at `size` px a repeat. */
export function woven(weave: Weave, size: number, frame: Frame): Raster {
  const pixels = size / threads
  const random = createRandom(weave.seed, 'threads')
  const warp = dyed(weave.warp, random)
  const weft = dyed(weave.weft, random)
  const shift = { x: Math.round((frame.phase.x / side) * size), y: Math.round((frame.phase.y / side) * size) }
  const cloth = emptyRaster(size * frame.repeats, size * frame.repeats)
  const profile = Float32Array.from({ length: Math.max(1, pixels) }, (_, at) => roundProfile(at, pixels))
  for (let y = 0; y < cloth.height; y++) {
    const inY = y + shift.y
    const threadY = Math.floor(inY / pixels) & (threads - 1)
    const acrossY = profile[Math.floor(inY % pixels)] ?? 1
    for (let x = 0; x < cloth.width; x++) {
      const inX = x + shift.x
      const threadX = Math.floor(inX / pixels) & (threads - 1)
      const warpOnTop = weave.binding === 'plain' ? ((threadX + threadY) & 1) === 0 : ((threadX + threadY) & 3) < 2
      const thread = (warpOnTop ? threadX : threadY) * 3
      const shade = warpOnTop ? (profile[Math.floor(inX % pixels)] ?? 1) : acrossY
      const colours = warpOnTop ? warp : weft
      const at = (y * cloth.width + x) * 3
      for (let c = 0; c < 3; c++) {
        const value = (colours[thread + c] ?? 0) * shade
        cloth.data[at + c] = value > 255 ? 255 : value + 0.5
      }
    }
  }
  return cloth
}

/** The shade across a thread, its mean 1. */
function roundProfile(at: number, pixels: number): number {
  if (pixels < 3) return 1
  const across = ((at + 0.5) / pixels) * 2 - 1
  return 1 + roundness * (1 / 3 - across * across)
}

function dyed(colours: string[], random: Random): Float32Array {
  const dye = new Float32Array(colours.length * 3)
  colours.forEach((hex, thread) => {
    const [r, g, b] = hexToRgb(hex)
    const strength = 1 + (random.next() - 0.5) * unevenness
    dye.set([r * strength, g * strength, b * strength], thread * 3)
  })
  return dye
}
