import { emptyRaster, type Raster } from '../../raster.ts'
import { type Beyond, indicesBeyond } from './margins.ts'

/** Most colours that meet in a window of 4 × 4 px and may win; more are of no weight. */
const mostColours = 8

/**
 * Artwork without a single blended pixel, 2 or 4 times as long, with nothing but its own colours: those of the 4 × 4 px
 * around each new pixel vote for it, weighed by Keys' cubic, so that a staircase becomes a smooth line and the smallest dot
 * keeps its size.
 */
export function hardEdgesUpscaled(picture: Raster, factor: number, beyond: Beyond): Raster {
  const { width, height } = picture
  const colours = packedColours(picture)
  const columns = indicesBeyond(width, 2, beyond)
  const rows = indicesBeyond(height, 2, beyond)
  const kernels = Array.from({ length: factor }, (_, phase) => kernelAt((phase + 0.5) / factor - 0.5))
  const result = emptyRaster(width * factor, height * factor)
  const around = new Int32Array(25)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let plain = true
      for (let near = 0; near < 25; near++) {
        const row = (rows[y + Math.floor(near / 5)] ?? 0) * width
        around[near] = colours[row + (columns[x + (near % 5)] ?? 0)] ?? 0
        if (around[near] !== around[0]) plain = false
      }
      for (let j = 0; j < factor; j++) {
        for (let i = 0; i < factor; i++) {
          const [across, down] = [kernels[i], kernels[j]]
          const colour = plain || !across || !down ? (around[12] ?? 0) : winner(around, across, down)
          const to = ((y * factor + j) * result.width + x * factor + i) * 3
          result.data[to] = colour >> 16
          result.data[to + 1] = (colour >> 8) & 255
          result.data[to + 2] = colour & 255
        }
      }
    }
  }
  return result
}

/** Every pixel's colour as one number. */
export function packedColours({ data }: Raster): Int32Array {
  const colours = new Int32Array(data.length / 3)
  for (let at = 0, from = 0; at < colours.length; at++, from += 3) {
    colours[at] = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0)
  }
  return colours
}

interface Kernel {
  /** The first of four px in the window of five. */
  from: number
  weights: Float64Array
}

/** Keys' cubic (1981, a = −½) at an offset of −½ to ½ px from the nearest pixel. */
function kernelAt(offset: number): Kernel {
  const from = offset < 0 ? 0 : 1
  const weights = Float64Array.from({ length: 4 }, (_, i) => {
    const d = Math.abs(from + i - 2 - offset)
    return d < 1 ? 1.5 * d ** 3 - 2.5 * d ** 2 + 1 : -0.5 * d ** 3 + 2.5 * d ** 2 - 4 * d + 2
  })
  return { from, weights }
}

const candidates = new Int32Array(mostColours)
const votes = new Float64Array(mostColours)

/** The colour with most votes of the window of 5 × 5 px; the middle's own where two are even. */
function winner(around: Int32Array, across: Kernel, down: Kernel): number {
  let met = 1
  candidates[0] = around[12] ?? 0
  votes[0] = 1e-9
  for (let j = 0; j < 4; j++) {
    for (let i = 0; i < 4; i++) {
      const colour = around[(down.from + j) * 5 + across.from + i] ?? 0
      let at = 0
      while (at < met && candidates[at] !== colour) at++
      if (at === mostColours) continue
      if (at === met) {
        met++
        candidates[at] = colour
        votes[at] = 0
      }
      votes[at] = (votes[at] ?? 0) + (down.weights[j] ?? 0) * (across.weights[i] ?? 0)
    }
  }
  let best = 0
  for (let at = 1; at < met; at++) if ((votes[at] ?? 0) > (votes[best] ?? 0)) best = at
  return candidates[best] ?? 0
}
