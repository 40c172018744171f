import type { Raster } from '../../raster.ts'
import { type Cloth, errorAt, knownPixels, type Place } from './known-pixels.ts'

/** The place within `reach` px of a first one whose patch fits best; every `every`th px is compared. */
export function refinedPlace(
  texture: Raster,
  cloth: Cloth,
  at: Place,
  side: number,
  first: Place,
  reach: number,
  every: number,
): Place {
  const known = knownPixels(cloth, at, side, texture.width, every)
  if (known.count === 0) return first
  const within = (value: number, most: number) => Math.min(most - side, Math.max(0, value))
  let best = first
  let least = Number.POSITIVE_INFINITY
  for (let step = Math.max(1, reach >> 1), around = reach; ; step = Math.max(1, step >> 1), around = step * 2) {
    const middle = best
    for (let dy = -around; dy <= around; dy += step) {
      for (let dx = -around; dx <= around; dx += step) {
        const x = within(middle.x + dx, texture.width)
        const y = within(middle.y + dy, texture.height)
        const error = errorAt(texture, y * texture.width + x, known, least)
        if (error < least) [least, best] = [error, { x, y }]
      }
    }
    if (step === 1) return best
  }
}
