import type { Raster } from '../raster.ts'

/** Side of the pictures compared, in px: motifs count, their edges do not. */
export const compared = 64

/**
 * What a tile draws, wherever it begins and whatever its colours: the strength of each of its waves (the magnitudes of
 * its discrete Fourier transform), as a vector of length 1. A tile and the same tile shifted have the same.
 */
export type Spectrum = Float32Array

const waves = compared >> 1
const cosine = Float32Array.from({ length: compared }, (_, at) => Math.cos((2 * Math.PI * at) / compared))
const sine = Float32Array.from({ length: compared }, (_, at) => Math.sin((2 * Math.PI * at) / compared))

/** The spectrum of a picture of `compared` px. */
export function spectrumOf({ data }: Raster): Spectrum {
  const rows = { real: new Float32Array(compared * waves), imaginary: new Float32Array(compared * waves) }
  for (let y = 0; y < compared; y++) {
    for (let wave = 0; wave < waves; wave++) {
      let [real, imaginary] = [0, 0]
      for (let x = 0; x < compared; x++) {
        const at = (y * compared + x) * 3
        const level = (data[at] ?? 0) + (data[at + 1] ?? 0) * 2 + (data[at + 2] ?? 0)
        const turn = (wave * x) % compared
        real += level * (cosine[turn] ?? 0)
        imaginary -= level * (sine[turn] ?? 0)
      }
      rows.real[wave * compared + y] = real
      rows.imaginary[wave * compared + y] = imaginary
    }
  }
  return normalised(magnitudes(rows))
}

function magnitudes({ real, imaginary }: { real: Float32Array; imaginary: Float32Array }): Float32Array {
  const found = new Float32Array(waves * compared)
  for (let wave = 0; wave < waves; wave++) {
    for (let up = 0; up < compared; up++) {
      let [re, im] = [0, 0]
      for (let y = 0; y < compared; y++) {
        const turn = (up * y) % compared
        const [c, s] = [cosine[turn] ?? 0, sine[turn] ?? 0]
        const [a, b] = [real[wave * compared + y] ?? 0, imaginary[wave * compared + y] ?? 0]
        re += a * c + b * s
        im += b * c - a * s
      }
      found[wave * compared + up] = Math.hypot(re, im)
    }
  }
  // The mean is colour, not drawing.
  found[0] = 0
  return found
}

function normalised(vector: Float32Array): Spectrum {
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}

/** How unlike two drawings are: 0 the same, 1.41 nothing in common. */
export function unlikeness(p: Spectrum, q: Spectrum): number {
  let sum = 0
  for (let at = 0; at < p.length; at++) sum += ((p[at] ?? 0) - (q[at] ?? 0)) ** 2
  return Math.sqrt(sum)
}
