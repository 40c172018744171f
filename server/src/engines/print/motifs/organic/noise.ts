import type { Random } from '../../random.ts'

/** A value, about -1 to 1, at a place on the torus; x and y count repeats. */
export type Noise = (x: number, y: number) => number

/** Slopes drawn at the corners of `across` by `down` cells that begin at `startX` and `startY`, in cells. */
interface Lattice {
  across: number
  down: number
  slopeX: Float32Array
  slopeY: Float32Array
  startX: number
  startY: number
}

/**
 * Perlin's gradient noise (2002) closed on a torus: `across` and `down` whole cells to a repeat, so that it meets itself.
 * Slopes are drawn from the square, not the circle: no sine decides where a shape ends. Its cells begin anywhere: along
 * their joints the noise is steeper than elsewhere, and a tile should not be cut there.
 */
export function gradientNoise(random: Random, across: number, down = across): Noise {
  const lattice = latticeOf(random, across, down)
  return (x, y) => noiseAt(lattice, x, y)
}

/** Octaves of gradient noise, each twice as fine and `gain` times as strong as the last. */
export function fractalNoise(random: Random, across: number, down: number, octaves: number, gain = 0.5): Noise {
  const lattices = Array.from({ length: octaves }, (_, at) => latticeOf(random, across * 2 ** at, down * 2 ** at))
  return (x, y) => {
    let sum = 0
    let strength = 1
    for (const lattice of lattices) {
      sum += noiseAt(lattice, x, y) * strength
      strength *= gain
    }
    return sum
  }
}

function latticeOf(random: Random, across: number, down: number): Lattice {
  const slopes = () => Float32Array.from({ length: across * down }, () => random.next() * 2 - 1)
  return { across, down, slopeX: slopes(), slopeY: slopes(), startX: random.next() * across, startY: random.next() * down }
}

/** One function for all lattices: it is called millions of times a print, and so stays compiled for one shape of data. */
function noiseAt({ across, down, slopeX, slopeY, startX, startY }: Lattice, x: number, y: number): number {
  // Wrapped by steps: remainders would take longer than all the rest.
  let u = (x - Math.floor(x)) * across + startX
  let v = (y - Math.floor(y)) * down + startY
  if (u >= across) u -= across
  if (v >= down) v -= down
  const left = u | 0
  const row = v | 0
  const fx = u - left
  const fy = v - row
  const right = left + 1 === across ? 0 : left + 1
  const top = row * across
  const bottom = row + 1 === down ? 0 : top + across
  const sx = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const sy = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const aboveLeft = (slopeX[top + left] ?? 0) * fx + (slopeY[top + left] ?? 0) * fy
  const aboveRight = (slopeX[top + right] ?? 0) * (fx - 1) + (slopeY[top + right] ?? 0) * fy
  const belowLeft = (slopeX[bottom + left] ?? 0) * fx + (slopeY[bottom + left] ?? 0) * (fy - 1)
  const belowRight = (slopeX[bottom + right] ?? 0) * (fx - 1) + (slopeY[bottom + right] ?? 0) * (fy - 1)
  const upper = aboveLeft + sx * (aboveRight - aboveLeft)
  const lower = belowLeft + sx * (belowRight - belowLeft)
  return 1.6 * (upper + sy * (lower - upper))
}
