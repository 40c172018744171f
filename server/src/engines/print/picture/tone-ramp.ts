import { hexToLab, hexToLch, type Lab, lchToHex } from '../colour/oklab.ts'
import type { ColourMap } from './colour-map.ts'
import type { HueSplit, Tones } from './tones.ts'

/** Colours in order of lightness; between two of them hue goes over smoothly. */
type Ramp = readonly Lab[]

/** Turns a picture's hue spread into a share of the second ramp; wider, so that grain and noise do not flicker. */
const splitWidth = 1.6
/** Spread under which hues do not differ enough to part a picture by them. */
const leastSpread = 0.02

/**
 * Tones the picture with a ramp of colours: lightness decides, stretched to run from the ramp's darkest to its
 * lightest, so light and dark stay where they are and nothing can blotch. A colour of the ramp appears exactly where
 * the picture has its lightness.
 */
export function tonedBy(colours: readonly string[], tones: Tones): ColourMap {
  const ramp = rampOf(colours)
  const toned = stretched(ramp, tones)
  return ({ l }) => toLab(ramp, toned(l))
}

/**
 * Tones with two ramps that share their ends: a picture's own difference of hue decides how much of each, so what had
 * two colours has two again.
 */
export function partedBy(first: readonly string[], second: readonly string[], tones: Tones): ColourMap {
  if (tones.grey || tones.split.spread < leastSpread) return tonedBy(first, tones)
  const ramps = [rampOf(first), rampOf(second)] as const
  const toned = stretched(ramps[0], tones)
  return (lab) => {
    const l = toned(lab.l)
    const p = hueAt(ramps[0], l)
    const q = hueAt(ramps[1], l)
    const share = shareAlong(tones.split, lab)
    return { l, a: p.a + (q.a - p.a) * share, b: p.b + (q.b - p.b) * share }
  }
}

const rampOf = (colours: readonly string[]): Ramp => colours.map(hexToLab).sort((p, q) => p.l - q.l)

/** From the picture's lightness to the ramp's. */
function stretched(ramp: Ramp, { darkest, lightest }: Tones): (l: number) => number {
  const [low, high] = [ramp[0]?.l ?? 0, ramp.at(-1)?.l ?? 1]
  const slope = (high - low) / Math.max(0.05, lightest - darkest)
  return (l) => Math.min(0.99, Math.max(0.04, low + (l - darkest) * slope))
}

const toLab = (ramp: Ramp, l: number): Lab => ({ l, ...hueAt(ramp, l) })

function hueAt(ramp: Ramp, l: number): { a: number; b: number } {
  const first = ramp[0] ?? { l: 0, a: 0, b: 0 }
  const above = ramp.findIndex((stop) => stop.l > l)
  if (above === 0) return fading(first, l / Math.max(0.01, first.l))
  const lower = ramp.at(above === -1 ? -1 : above - 1) ?? first
  if (above === -1) return fading(lower, (1 - l) / Math.max(0.01, 1 - lower.l))
  const upper = ramp[above] ?? lower
  const t = (l - lower.l) / Math.max(1e-6, upper.l - lower.l)
  const share = t * t * (3 - 2 * t)
  return { a: lower.a + (upper.a - lower.a) * share, b: lower.b + (upper.b - lower.b) * share }
}

/** Towards black or white a colour has less and less room for chroma. */
const fading = ({ a, b }: Lab, share: number) => ({ a: a * Math.min(1, share), b: b * Math.min(1, share) })

function shareAlong({ a, b, towardsA, towardsB, spread }: HueSplit, lab: Lab): number {
  const along = ((lab.a - a) * towardsA + (lab.b - b) * towardsB) / (spread * splitWidth)
  return 0.5 + 0.5 * Math.tanh(along)
}

/** Ends for a ramp that lacks them, of its own hues or as ink and warm white. */
type RampEnds = 'own' | 'neutral'

/** A palette with a dark and a light end, so that a photograph keeps its depth. */
export function withEnds(palette: readonly string[], ends: RampEnds): string[] {
  const byLightness = palette.map(hexToLch).sort((p, q) => p.l - q.l)
  const [darkest, lightest] = [byLightness[0], byLightness.at(-1)]
  if (!darkest || !lightest) return [...palette]
  const ownDark = lchToHex({ l: 0.22, c: Math.min(0.06, darkest.c * 0.6), h: darkest.h })
  const ownLight = lchToHex({ l: 0.955, c: Math.min(0.03, lightest.c * 0.3), h: lightest.h })
  const dark = darkest.l > 0.32 ? [ends === 'own' ? ownDark : '#191a26'] : []
  const light = lightest.l < 0.88 ? [ends === 'own' ? ownLight : '#fcf6e8'] : []
  return [...dark, ...palette, ...light]
}

/** Most colours in one ramp; with more, a photograph falls into bands. */
const mostStops = 4
/** Lightness by which neighbours in a ramp are kept apart, so that hue goes over gently. */
const leastStep = 0.14

/** The first colours of a palette as a ramp with ends, their lightness moved apart where two are too near. */
export function rampThrough(palette: readonly string[], ends: RampEnds): string[] {
  const chosen = palette
    .slice(0, mostStops)
    .map(hexToLch)
    .sort((p, q) => p.l - q.l)
  const step = Math.min(leastStep, 0.7 / Math.max(1, chosen.length - 1))
  for (let round = 0; round < 12; round++) {
    chosen.slice(1).forEach((upper, at) => {
      const lower = chosen[at]
      const missing = lower ? step - (upper.l - lower.l) : 0
      if (!lower || missing <= 0) return
      lower.l = Math.max(0.16, lower.l - missing / 2)
      upper.l = Math.min(0.95, upper.l + missing / 2)
    })
  }
  return withEnds(chosen.map(lchToHex), ends)
}

/** A colour at another lightness, as vivid as it was where that can be shown. */
export const atLightness = (hex: string, l: number) => lchToHex({ ...hexToLch(hex), l })
