import type { Raster } from '../../raster.ts'

/** A cloth in the making, on a torus: what is laid of it so far. */
export interface Cloth {
  picture: Raster
  /** 1 where something is laid. */
  laid: Uint8Array
}

/** A square of the cloth, or of the texture: its left and top, in px. */
export interface Place {
  x: number
  y: number
}

/** What the cloth has where a patch is to go. */
export interface KnownPixels {
  count: number
  /** Where each is in the patch, as an offset in the texture. */
  offsets: Int32Array
  /** Its three channels. */
  values: Int16Array
}

/** Every second one, as on a chequerboard of squares of `every` px: the others say the same. */
export function knownPixels({ picture, laid }: Cloth, at: Place, side: number, stride: number, every: number): KnownPixels {
  const { data, width, height } = picture
  const offsets = new Int32Array(side * side)
  const values = new Int16Array(side * side * 3)
  let count = 0
  for (let y = 0; y < side; y += every) {
    const row = ((at.y + y) % height) * width
    for (let x = ((y / every) & 1) * every; x < side; x += 2 * every) {
      const on = row + ((at.x + x) % width)
      if (!laid[on]) continue
      offsets[count] = y * stride + x
      for (let c = 0; c < 3; c++) values[count * 3 + c] = data[on * 3 + c] ?? 0
      count++
    }
  }
  return { count, offsets, values }
}

/** Sum of squared differences; it stops counting beyond `limit`. */
export function errorAt({ data }: Raster, origin: number, { count, offsets, values }: KnownPixels, limit: number): number {
  let error = 0
  for (let from = 0; from < count; from += 32) {
    const to = from + 32 < count ? from + 32 : count
    for (let pixel = from; pixel < to; pixel++) {
      const at = (origin + (offsets[pixel] ?? 0)) * 3
      const r = (data[at] ?? 0) - (values[pixel * 3] ?? 0)
      const g = (data[at + 1] ?? 0) - (values[pixel * 3 + 1] ?? 0)
      const b = (data[at + 2] ?? 0) - (values[pixel * 3 + 2] ?? 0)
      error += r * r + g * g + b * b
    }
    if (error > limit) return error
  }
  return error
}
