import sharp from 'sharp'
import { emptyRaster, type Raster } from '../raster.ts'

/** A picture and what is left of it when everything finer than a sixth of its side is smoothed away. */
export interface Bands {
  full: Raster
  low: Raster
}

/** Side of the picture that holds the slow light alone, in px: finer, and the light that things have of their own would count. */
const coarse = 12

export async function bandsOf(full: Raster): Promise<Bands> {
  const { width, height } = full
  const small = await sharp(full.data, { raw: { width, height, channels: 3 } })
    .resize(coarse, coarse, { fit: 'fill', kernel: 'cubic' })
    .blur(0.8)
    .raw()
    .toBuffer()
  return { full, low: { data: smoothlyEnlarged(small, width, height), width, height } }
}

/** The coarse picture at a size, by Keys' cubic (1981): twice as fast as libvips makes so much of so little. */
function smoothlyEnlarged(small: Uint8Array, width: number, height: number): Uint8Array {
  const row = width * 3
  const wide = new Float32Array(coarse * row)
  for (let x = 0; x < width; x++) {
    const { at, weights } = tapsAt(x, width)
    for (let y = 0; y < coarse; y++) {
      for (let c = 0; c < 3; c++) {
        let sum = 0
        for (let tap = 0; tap < 4; tap++) sum += (small[(y * coarse + (at[tap] ?? 0)) * 3 + c] ?? 0) * (weights[tap] ?? 0)
        wide[y * row + x * 3 + c] = sum
      }
    }
  }
  const result = new Uint8ClampedArray(height * row)
  for (let y = 0; y < height; y++) {
    const { at, weights } = tapsAt(y, height)
    const [a = 0, b = 0, c = 0, d = 0] = at.map((line) => line * row)
    const [wa = 0, wb = 0, wc = 0, wd = 0] = weights
    for (let x = 0, to = y * row; x < row; x++, to++) {
      result[to] = (wide[a + x] ?? 0) * wa + (wide[b + x] ?? 0) * wb + (wide[c + x] ?? 0) * wc + (wide[d + x] ?? 0) * wd
    }
  }
  return new Uint8Array(result.buffer)
}

/** The four lines of the coarse picture that a line of the large one is made of, and how much of each. */
function tapsAt(line: number, length: number): { at: number[]; weights: number[] } {
  const place = ((line + 0.5) * coarse) / length - 0.5
  const first = Math.floor(place)
  const t = place - first
  const at = [-1, 0, 1, 2].map((step) => Math.min(coarse - 1, Math.max(0, first + step)))
  const weights = [
    -0.5 * t + t * t - 0.5 * t * t * t,
    1 - 2.5 * t * t + 1.5 * t * t * t,
    0.5 * t + 2 * t * t - 1.5 * t * t * t,
    0.5 * t * t * t - 0.5 * t * t,
  ]
  return { at, weights }
}

/**
 * Evens out slow changes of light, which would show as a chequerboard in a repeat: takes out `amount` (0 to 1) of
 * the low band's departure from its mean.
 */
export function flattened({ full, low }: Bands, amount: number): Bands {
  const flat = emptyRaster(full.width, full.height)
  const flatLow = emptyRaster(full.width, full.height)
  // What is taken away at each level of the low band, and what that level becomes.
  const away = new Float32Array(256 * 3)
  const level = new Uint8ClampedArray(256 * 3)
  for (let channel = 0; channel < 3; channel++) {
    const mean = meanOf(low, channel)
    for (let slow = 0; slow < 256; slow++) {
      away[slow * 3 + channel] = (slow - mean) * amount
      level[slow * 3 + channel] = slow - (slow - mean) * amount
    }
  }
  const bytes = new Uint8ClampedArray(flat.data.buffer)
  for (let at = 0; at < bytes.length; at += 3) {
    for (let channel = 0; channel < 3; channel++) {
      const slow = (low.data[at + channel] ?? 0) * 3 + channel
      bytes[at + channel] = (full.data[at + channel] ?? 0) - (away[slow] ?? 0)
      flatLow.data[at + channel] = level[slow] ?? 0
    }
  }
  return { full: flat, low: flatLow }
}

function meanOf({ data }: Raster, channel: number): number {
  let sum = 0
  for (let at = channel; at < data.length; at += 3) sum += data[at] ?? 0
  return sum / (data.length / 3)
}
