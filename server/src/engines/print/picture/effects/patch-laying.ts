import type { Raster } from '../../raster.ts'
import { cheapestPath } from '../least-error-cut.ts'
import type { Cloth, Place } from './known-pixels.ts'

/** px over which one patch goes over into the next beside their cut. */
const feather = 2

/** The sides on which a patch lies over what is there already. */
interface Overlaps {
  left: boolean
  right: boolean
  top: boolean
  bottom: boolean
}

/** How a strip along one side of a square of `side` px is read: where it begins, inwards and along. */
interface Strip {
  base: number
  inwards: number
  along: number
}

/**
 * Lays a square of the texture on the cloth. On every side where it overlaps, what was there stays up to the path along which
 * the two differ least (Efros and Freeman, 2001).
 */
export function layPatch(
  cloth: Cloth,
  texture: Raster,
  from: Place,
  at: Place,
  side: number,
  overlap: number,
  over: Overlaps,
): void {
  const errors = differences(cloth, texture, from, at, side)
  const share = new Float32Array(side * side).fill(1)
  const strips: [boolean, Strip][] = [
    [over.left, { base: 0, inwards: 1, along: side }],
    [over.right, { base: side - 1, inwards: -1, along: side }],
    [over.top, { base: 0, inwards: side, along: 1 }],
    [over.bottom, { base: (side - 1) * side, inwards: -side, along: 1 }],
  ]
  for (const [lies, strip] of strips) if (lies) cutAlong(share, errors, strip, side, overlap)
  blend(cloth, texture, from, at, side, share)
}

/** Squared differences between the patch and what is laid; nothing where nothing is. */
function differences({ picture, laid }: Cloth, texture: Raster, from: Place, at: Place, side: number): Float32Array {
  const errors = new Float32Array(side * side)
  const { data, width, height } = picture
  for (let y = 0; y < side; y++) {
    const row = ((at.y + y) % height) * width
    let of = ((from.y + y) * texture.width + from.x) * 3
    for (let x = 0; x < side; x++, of += 3) {
      const on = row + ((at.x + x) % width)
      if (!laid[on]) continue
      const r = (data[on * 3] ?? 0) - (texture.data[of] ?? 0)
      const g = (data[on * 3 + 1] ?? 0) - (texture.data[of + 1] ?? 0)
      const b = (data[on * 3 + 2] ?? 0) - (texture.data[of + 2] ?? 0)
      errors[y * side + x] = r * r + g * g + b * b + 1
    }
  }
  return errors
}

function cutAlong(
  share: Float32Array,
  errors: Float32Array,
  { base, inwards, along }: Strip,
  side: number,
  overlap: number,
): void {
  const strip = new Float32Array(side * overlap)
  for (let t = 0; t < side; t++) {
    for (let k = 0; k < overlap; k++) strip[t * overlap + k] = errors[base + k * inwards + t * along] ?? 0
  }
  const path = cheapestPath(strip, overlap, side, null)
  for (let t = 0; t < side; t++) {
    for (let k = 0; k < overlap; k++) {
      const fresh = Math.min(1, Math.max(0, (k - (path[t] ?? 0)) / (2 * feather) + 0.5))
      const on = base + k * inwards + t * along
      if (fresh < (share[on] ?? 1)) share[on] = fresh
    }
  }
}

function blend({ picture, laid }: Cloth, texture: Raster, from: Place, at: Place, side: number, share: Float32Array): void {
  const { data, width, height } = picture
  for (let y = 0; y < side; y++) {
    const row = ((at.y + y) % height) * width
    let of = ((from.y + y) * texture.width + from.x) * 3
    for (let x = 0; x < side; x++, of += 3) {
      const on = row + ((at.x + x) % width)
      const part = laid[on] ? (share[y * side + x] ?? 1) : 1
      for (let c = 0; c < 3; c++) {
        const old = data[on * 3 + c] ?? 0
        data[on * 3 + c] = old + ((texture.data[of + c] ?? 0) - old) * part + 0.5
      }
      laid[on] = 1
    }
  }
}
