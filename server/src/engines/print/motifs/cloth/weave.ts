import { hexToRgb } from '../../colour/oklab.ts'
import { createRandom, type Random } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { type Frame, side } from '../frame.ts'
import type { Binding } from './bindings.ts'
import { gridFor, type Relief, reliefOf } from './relief.ts'
import { fleck, mottle } from './yarn-texture.ts'

/** A cloth: one repeat of its threads, colours in order from left and from the top. */
export interface Weave {
  /** As many as fill the repeat; a multiple of the binding's. */
  warp: string[]
  /** The same for the weft. */
  weft: string[]
  binding: Binding
  /** Seeds the threads' unevenness. */
  seed: number
  /** What the yarn is like; smooth where it is left out. */
  yarn?: Yarn
}

export interface Yarn {
  /** Share by which threads differ in how deep they are dyed. */
  unevenness: number
  /** Share by which the shade changes along a thread, as carded wool has it. */
  mottle: number
  /** Neps: flecks of other colours spun into the yarn, and the share of crossings that have one. */
  flecks?: { colours: readonly string[]; share: number }
}

const smooth: Yarn = { unevenness: 0.045, mottle: 0 }

/** Weaves the cloth thread by thread at `size` px a repeat. */
export function woven(weave: Weave, size: number, frame: Frame): Raster {
  const random = createRandom(weave.seed, 'threads')
  const yarn = weave.yarn ?? smooth
  const shift = { x: Math.round((frame.phase.x / side) * size), y: Math.round((frame.phase.y / side) * size) }
  const extent = size * frame.repeats
  const relief = reliefOf(weave.binding, gridFor(size / weave.warp.length), gridFor(size / weave.weft.length))
  const columns = linesOf(weave.warp, yarn, relief.across, weave.binding.warps, { size, extent, shift: shift.x }, random)
  const rows = linesOf(weave.weft, yarn, relief.down, weave.binding.picks, { size, extent, shift: shift.y }, random)
  const cloth = emptyRaster(extent, extent)
  drawCloth(cloth, columns, rows, relief)
  if (yarn.mottle > 0) mottle(cloth, yarn.mottle, { size, shift }, random)
  if (yarn.flecks) fleck(cloth, weave.binding, weave.warp.length, yarn.flecks, { size, shift }, random)
  return cloth
}

/** For every px along one side of the picture: where it lies in the binding, and its thread's colour. */
interface Lines {
  /** Place in the relief. */
  step: Uint16Array
  /** Three a px. */
  dye: Float32Array
}

interface Span {
  size: number
  extent: number
  shift: number
}

function linesOf(
  colours: string[],
  yarn: Yarn,
  steps: number,
  period: number,
  { size, extent, shift }: Span,
  random: Random,
): Lines {
  const dyed = colours.map((hex) => {
    const strength = 1 + (random.next() - 0.5) * yarn.unevenness
    return hexToRgb(hex).map((channel) => channel * strength)
  })
  const lines = { step: new Uint16Array(extent), dye: new Float32Array(extent * 3) }
  for (let px = 0; px < extent; px++) {
    const along = ((px + shift + 0.5) * colours.length) / size
    const thread = Math.floor(along)
    lines.step[px] = (thread % period) * steps + Math.floor((along - thread) * steps)
    lines.dye.set(dyed[thread % colours.length] ?? [0, 0, 0], px * 3)
  }
  return lines
}

function drawCloth({ data, width, height }: Raster, columns: Lines, rows: Lines, { shade, width: stride }: Relief): void {
  const { step, dye } = columns
  const picture = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
  for (let y = 0, to = 0; y < height; y++) {
    const line = (rows.step[y] ?? 0) * stride
    const red = rows.dye[y * 3] ?? 0
    const green = rows.dye[y * 3 + 1] ?? 0
    const blue = rows.dye[y * 3 + 2] ?? 0
    for (let x = 0; x < width; x++, to += 3) {
      const light = shade[line + (step[x] ?? 0)] ?? 1
      if (light > 0) {
        picture[to] = (dye[x * 3] ?? 0) * light
        picture[to + 1] = (dye[x * 3 + 1] ?? 0) * light
        picture[to + 2] = (dye[x * 3 + 2] ?? 0) * light
      } else {
        picture[to] = red * -light
        picture[to + 1] = green * -light
        picture[to + 2] = blue * -light
      }
    }
  }
}
