import { hexToRgb } from '../../colour/oklab.ts'

/** Levels along each channel for which coverages are found: between them they are interpolated. */
export const levels = 17
const rounds = 8

/** Light (0 to 1) of each level of sRGB. */
export const lightOf = Float32Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
})

/** What an ink lets through of the paper's light, for each channel. */
export function transmittanceOf(ink: string, paper: string): number[] {
  const through = hexToRgb(ink)
  return hexToRgb(paper).map((level, c) => Math.min(1, (lightOf[through[c] ?? 0] ?? 0) / Math.max(0.02, lightOf[level] ?? 0)))
}

/**
 * For every colour of a coarse table, which part of the paper each ink (darkest first) must cover to give it. Screens at different angles fall
 * on each other by chance, so the mean colour is the paper's times 1 − c(1 − t) for each ink of coverage c and transmittance t
 * (Demichel's equations for inks that multiply). In one coverage that is linear: each is set in turn to the least squared error
 * in the eye's own scale, near the square root of light.
 */
export function coveragesFor(inks: readonly string[], paper: string): Float32Array {
  const through = inks.map((ink) => transmittanceOf(ink, paper))
  const paperLight = hexToRgb(paper).map((level) => lightOf[level] ?? 0)
  const table = new Float32Array(levels ** 3 * inks.length)
  const step = 255 / (levels - 1)
  const wanted = [0, 0, 0]
  for (let entry = 0; entry < levels ** 3; entry++) {
    const place = [Math.floor(entry / levels ** 2), Math.floor(entry / levels) % levels, entry % levels]
    place.forEach((level, c) => {
      wanted[c] = lightOf[Math.round(level * step)] ?? 0
    })
    solve(table.subarray(entry * inks.length, (entry + 1) * inks.length), wanted, through, paperLight)
  }
  return table
}

/** By which the error of printing dark over little must be smaller to be preferred to printing dark over much. */
const layering = 0.7

/** Lightest ink first, from bare paper: a pale ink lies in one area, and a dark one only draws on it. Or darkest first, where that is truer. */
function solve(coverage: Float32Array, wanted: readonly number[], through: readonly number[][], paper: readonly number[]): void {
  const darkFirst = Array.from(through.keys())
  const other = new Float32Array(coverage.length)
  const error = settle(coverage, darkFirst.toReversed(), wanted, through, paper)
  if (settle(other, darkFirst, wanted, through, paper) < error * layering) coverage.set(other)
}

/** Sets each coverage in turn, in an order; returns the squared error that is left. */
function settle(
  coverage: Float32Array,
  order: readonly number[],
  wanted: readonly number[],
  through: readonly number[][],
  paper: readonly number[],
): number {
  let error = 0
  for (let round = 0; round < rounds; round++) {
    for (const ink of order) {
      let [sum, weight, left] = [0, 1e-6, 0]
      for (let c = 0; c < 3; c++) {
        const others = lightWithout(ink, coverage, through, paper[c] ?? 1, c)
        const change = others * (1 - (through[ink]?.[c] ?? 1))
        // Errors in dark colours show more: light's square root has this slope.
        const shows = 1 / ((wanted[c] ?? 0) + 0.03)
        const away = others - (wanted[c] ?? 0)
        sum += shows * change * away
        weight += shows * change * change
        left += shows * away * away
      }
      const share = Math.min(1, Math.max(0, sum / weight))
      coverage[ink] = share
      error = left - 2 * share * sum + share * share * weight
    }
  }
  return error
}

/** The light of one channel if an ink were left out. */
function lightWithout(ink: number, coverage: Float32Array, through: readonly number[][], paper: number, c: number): number {
  let light = paper
  for (let other = 0; other < coverage.length; other++) {
    if (other !== ink) light *= 1 - (coverage[other] ?? 0) * (1 - (through[other]?.[c] ?? 1))
  }
  return light
}
