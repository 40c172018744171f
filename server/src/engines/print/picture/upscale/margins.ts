import { emptyRaster, type Raster } from '../../raster.ts'

/** How a picture goes on beyond its edges: a repeat begins again, anything else stays as its last pixel is. */
export type Beyond = 'repeats' | 'stays'

/** For each place from −margin to length + margin − 1 the place inside that stands there. */
export function indicesBeyond(length: number, margin: number, beyond: Beyond): Int32Array {
  return Int32Array.from({ length: length + 2 * margin }, (_, at) => {
    const place = at - margin
    if (beyond === 'repeats') return ((place % length) + length) % length
    return Math.max(0, Math.min(length - 1, place))
  })
}

/** Rows `top` to `top + height − 1` of a picture with `margin` px more on every side. */
export function bandWithMargin(
  { data, width, height: all }: Raster,
  top: number,
  height: number,
  margin: number,
  beyond: Beyond,
): Raster {
  const columns = indicesBeyond(width, margin, beyond)
  const rows = indicesBeyond(all, margin, beyond)
  const band = emptyRaster(width + 2 * margin, height + 2 * margin)
  let to = 0
  for (let y = 0; y < band.height; y++) {
    const row = (rows[top + y] ?? 0) * width
    for (const column of columns) {
      const from = (row + column) * 3
      band.data[to++] = data[from] ?? 0
      band.data[to++] = data[from + 1] ?? 0
      band.data[to++] = data[from + 2] ?? 0
    }
  }
  return band
}
