import type { Raster } from '../../raster.ts'

/** How light each pixel is, 0 to 255 (Rec. 601 luma). */
export function lumaOf({ data, width, height }: Raster): Float32Array {
  const luma = new Float32Array(width * height)
  for (let at = 0, from = 0; at < luma.length; at++, from += 3) {
    luma[at] = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0)
  }
  return luma
}
