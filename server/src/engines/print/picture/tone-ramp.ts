import { hexToLch, lchToHex } from '../colour/oklab.ts'

/** A palette with a dark and a light end of its own hues, so that a photograph keeps its depth. */
export function withEnds(palette: readonly string[]): string[] {
  const byLightness = palette.map(hexToLch).sort((p, q) => p.l - q.l)
  const [darkest, lightest] = [byLightness[0], byLightness.at(-1)]
  if (!darkest || !lightest) return [...palette]
  const ownDark = lchToHex({ l: 0.22, c: Math.min(0.06, darkest.c * 0.6), h: darkest.h })
  const ownLight = lchToHex({ l: 0.955, c: Math.min(0.03, lightest.c * 0.3), h: lightest.h })
  const dark = darkest.l > 0.32 ? [ownDark] : []
  const light = lightest.l < 0.88 ? [ownLight] : []
  return [...dark, ...palette, ...light]
}

/** Most colours in one ramp; with more, a photograph falls into bands. */
const mostStops = 4
/** Lightness by which neighbours in a ramp are kept apart, so that hue goes over gently. */
const leastStep = 0.14

/** The first colours of a palette as a ramp with ends, their lightness moved apart where two are too near. */
export function rampThrough(palette: readonly string[]): string[] {
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
  return withEnds(chosen.map(lchToHex))
}
