import { emptyRaster, type Raster } from '../raster.ts'
import { resampled } from './resample.ts'

/**
 * How a tile is laid over a larger one: its side steps `along` units to the right and `across` units down. Both are whole
 * numbers, so the larger tile closes at any turn, and no motif is ever cut: 1, 0 is the tile itself, 2, 0 two by two,
 * 1, 1 turned by 45°, 2, 1 by 27°.
 */
export interface Lattice {
  along: number
  across: number
  mirrored: boolean
}

/** Units along the larger tile's side. */
export const unitsOf = ({ along, across }: Lattice) => Math.hypot(along, across)

/** px of the unit for each px it takes up: turned pictures stay crisp when they are read from a larger one. */
const crispness = 1.5

/** A tile of `size` px, laid with a picture that tiles. `from` is where on the picture it begins, in shares of its side. */
export async function onLattice(
  picture: Raster,
  lattice: Lattice,
  from: { x: number; y: number },
  size: number,
): Promise<Raster> {
  const turned = lattice.along !== 0 && lattice.across !== 0
  const side = Math.max(2, Math.round((size / unitsOf(lattice)) * (turned ? crispness : 1)))
  return laidOn(await resampled(picture, side, side, 'fill'), lattice, from, size)
}

/** The same from a unit of any size, sampled as it is. */
export function laidOn(unit: Raster, { along, across, mirrored }: Lattice, from: { x: number; y: number }, size: number): Raster {
  const side = unit.width
  const tile = emptyRaster(size, size)
  const step = side / size
  const [right, down] = [along * step, across * step]
  // Begins on a whole pixel of the unit, so that what is not turned is copied, not blurred.
  const start = { x: Math.round(from.x * side), y: Math.round(from.y * side) }
  let to = 0
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [u, v] = [x + 0.5, mirrored ? size - y - 0.5 : y + 0.5]
      blend(unit, u * right - v * down - 0.5 + start.x, u * down + v * right - 0.5 + start.y, tile.data, to)
      to += 3
    }
  }
  return tile
}

/** Puts the colour at a place between four pixels of a torus into `into`. */
function blend({ data, width }: Raster, x: number, y: number, into: Uint8Array, to: number): void {
  const [left, top] = [Math.floor(x + 1e-6), Math.floor(y + 1e-6)]
  const [fx, fy] = [x - left, y - top]
  const x0 = wrap(left, width)
  const y0 = wrap(top, width) * width
  const x1 = x0 + 1 === width ? 0 : x0 + 1
  const y1 = y0 + width === width * width ? 0 : y0 + width
  const [a, b, c, d] = [(y0 + x0) * 3, (y0 + x1) * 3, (y1 + x0) * 3, (y1 + x1) * 3]
  for (let channel = 0; channel < 3; channel++) {
    const upper = (data[a + channel] ?? 0) * (1 - fx) + (data[b + channel] ?? 0) * fx
    const lower = (data[c + channel] ?? 0) * (1 - fx) + (data[d + channel] ?? 0) * fx
    into[to + channel] = upper + (lower - upper) * fy + 0.5
  }
}

const wrap = (value: number, width: number) => ((value % width) + width) % width
