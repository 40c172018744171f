import type { Random } from '../../random.ts'

/** A value, about -1 to 1, at a place on the torus; x and y count repeats. */
export type Noise = (x: number, y: number) => number

/**
 * Perlin's gradient noise (2002) closed on a torus: `across` and `down` whole cells to a repeat, so that it meets itself.
 * Gradients are drawn from the square, not the circle: no sine decides where a shape ends.
 * Its cells begin anywhere: along their joints the noise is steeper than elsewhere, and a tile should not be cut there.
 */
export function gradientNoise(random: Random, across: number, down = across): Noise {
  const gradientX = Float32Array.from({ length: across * down }, () => random.next() * 2 - 1)
  const gradientY = Float32Array.from({ length: across * down }, () => random.next() * 2 - 1)
  const startX = random.next() * across
  const startY = random.next() * down
  return (x, y) => {
    const u = x * across + startX
    const v = y * down + startY
    const column = Math.floor(u)
    const row = Math.floor(v)
    const fx = u - column
    const fy = v - row
    const left = ((column % across) + across) % across
    const right = left + 1 === across ? 0 : left + 1
    const top = (((row % down) + down) % down) * across
    const bottom = top + across === across * down ? 0 : top + across
    const corner = (at: number, dx: number, dy: number) => (gradientX[at] ?? 0) * dx + (gradientY[at] ?? 0) * dy
    const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
    const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    const above = corner(top + left, fx, fy)
    const below = corner(bottom + left, fx, fy - 1)
    const upper = above + sx * (corner(top + right, fx - 1, fy) - above)
    const lower = below + sx * (corner(bottom + right, fx - 1, fy - 1) - below)
    return 1.6 * (upper + sy * (lower - upper))
  }
}

/** Octaves of gradient noise, each twice as fine and `gain` times as strong as the last. */
export function fractalNoise(random: Random, across: number, down: number, octaves: number, gain = 0.5): Noise {
  const layers = Array.from({ length: octaves }, (_, at) => ({
    noise: gradientNoise(random, across * 2 ** at, down * 2 ** at),
    strength: gain ** at,
  }))
  return (x, y) => {
    let sum = 0
    for (const { noise, strength } of layers) sum += noise(x, y) * strength
    return sum
  }
}
