import { difference, hexToLab, hexToLch, type Lab, labToLch, lchToHex, lchToLab } from '../colour/oklab.ts'
import { type Swatch, spreadAround, swatchesOf } from '../colour/palette.ts'
import type { Raster } from '../raster.ts'
import type { ColourMap } from './colour-map.ts'
import { decoded } from './decode.ts'

/** What a recolouring must know of its source. */
export interface Tones {
  /** Largest share first. */
  swatches: Swatch[]
  /** Lightness under which 2 % of the picture lies, and above which 2 % does. */
  darkest: number
  lightest: number
  /** Few plain colours, as printed artwork has, and no shading. */
  flat: boolean
  /** Hardly any hue. */
  grey: boolean
}

/** Mean ΔE_OK round eight swatches below which a picture counts as flat artwork. */
const flatSpread = 0.028

export async function tonesOf(source: Uint8Array): Promise<Tones> {
  const thumbnail = await decoded(source, 96, 96, 'inside')
  const swatches = swatchesOf(thumbnail, 8)
  const lightness = lightnessOf(thumbnail)
  const chroma = swatches.reduce((sum, { lab, share }) => sum + labToLch(lab).c * share, 0)
  return {
    swatches,
    darkest: lightness[Math.floor(lightness.length * 0.02)] ?? 0,
    lightest: lightness[Math.floor(lightness.length * 0.98)] ?? 1,
    flat: spreadAround(thumbnail, swatches) < flatSpread,
    grey: chroma < 0.025,
  }
}

function lightnessOf({ data }: Raster): Float64Array {
  const values = new Float64Array(data.length / 3)
  for (let at = 0; at < values.length; at++) {
    // Luma raised to OKLab's lightness closely enough for a percentile.
    const luma = (0.2126 * (data[at * 3] ?? 0) + 0.7152 * (data[at * 3 + 1] ?? 0) + 0.0722 * (data[at * 3 + 2] ?? 0)) / 255
    values[at] = luma ** 0.75
  }
  return values.sort()
}

/** Turns all hues by `degrees` and scales chroma: every tone stays where it is, so nothing can blotch. */
export function turnedHues(degrees: number, chroma: number, lift = 0): ColourMap {
  return (lab) => {
    const { l, c, h } = labToLch(lab)
    return lchToLab({ l: l + lift * Math.sin(Math.PI * l), c: c * chroma, h: h + degrees })
  }
}

/**
 * Tones the picture with a ramp of colours: lightness decides, stretched to run from the ramp's darkest to its
 * lightest. A colour of the ramp appears exactly where the picture has its lightness.
 */
export function tonedBy(colours: readonly string[], { darkest, lightest }: Tones, keepHue = 0): ColourMap {
  const ramp = colours.map(hexToLab).sort((p, q) => p.l - q.l)
  const [low, high] = [ramp[0]?.l ?? 0, ramp.at(-1)?.l ?? 1]
  const stretch = (high - low) / Math.max(0.05, lightest - darkest)
  return (lab) => {
    const l = Math.min(0.99, Math.max(0.04, low + (lab.l - darkest) * stretch))
    const { a, b } = hueAt(ramp, l)
    return { l, a: a + lab.a * keepHue, b: b + lab.b * keepHue }
  }
}

function hueAt(ramp: Lab[], l: number): { a: number; b: number } {
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

const fading = ({ a, b }: Lab, share: number) => ({ a: a * Math.min(1, share), b: b * Math.min(1, share) })

/**
 * Moves each main colour of flat artwork to its new one; colours between (the blurred edges of shapes) move with
 * their neighbours, weighed by nearness.
 */
export function palettesSwapped(from: readonly Swatch[], to: readonly Lab[]): ColourMap {
  const narrow = 2 * 0.05 ** 2
  return (lab) => {
    let total = 1e-12
    const moved = { l: 0, a: 0, b: 0 }
    from.forEach((swatch, at) => {
      const target = to[at] ?? swatch.lab
      const weight = Math.exp(-(difference(lab, swatch.lab) ** 2) / narrow) + 1e-9
      total += weight
      moved.l += weight * (target.l - swatch.lab.l)
      moved.a += weight * (target.a - swatch.lab.a)
      moved.b += weight * (target.b - swatch.lab.b)
    })
    return { l: lab.l + moved.l / total, a: lab.a + moved.a / total, b: lab.b + moved.b / total }
  }
}

/**
 * New colours for a picture's swatches, dark for dark and light for light. Where the palette has fewer colours,
 * neighbouring swatches become tints of one.
 */
export function matched(swatches: readonly Swatch[], palette: readonly string[]): Lab[] {
  const targets = palette
    .slice(0, swatches.length)
    .map(hexToLab)
    .sort((p, q) => p.l - q.l)
  const order = swatches.map((_, at) => at).sort((p, q) => (swatches[p]?.lab.l ?? 0) - (swatches[q]?.lab.l ?? 0))
  const groupOf = (rank: number) => Math.floor((rank * targets.length) / order.length)
  const result = swatches.map(({ lab }) => lab)
  targets.forEach((target, group) => {
    const members = order.filter((_, rank) => groupOf(rank) === group)
    const leader = members.reduce(
      (best, at) => ((swatches[at]?.share ?? 0) > (swatches[best]?.share ?? 0) ? at : best),
      members[0] ?? 0,
    )
    for (const at of members) {
      const step = (swatches[at]?.lab.l ?? 0) - (swatches[leader]?.lab.l ?? 0)
      result[at] = { ...target, l: Math.min(0.98, Math.max(0.08, target.l + step * 0.8)) }
    }
  })
  return result
}

/** A map to the palette that suits the picture: by colour for flat artwork, by tone for photographs. */
export function mappedTo(palette: readonly string[], tones: Tones): ColourMap {
  if (tones.flat) return palettesSwapped(tones.swatches, matched(tones.swatches, palette))
  return tonedBy(withEnds(palette), tones)
}

/** A palette with a dark and a light end, so that a photograph keeps its depth. */
export function withEnds(palette: readonly string[]): string[] {
  const lightness = palette.map((hex) => hexToLch(hex))
  const darkest = lightness.reduce((best, one) => (one.l < best.l ? one : best), { l: 2, c: 0, h: 0 })
  const lightest = lightness.reduce((best, one) => (one.l > best.l ? one : best), { l: -1, c: 0, h: 0 })
  const ends: string[] = []
  if (darkest.l > 0.32) ends.push(lchToHex({ l: 0.22, c: Math.min(0.06, darkest.c * 0.6), h: darkest.h }))
  if (lightest.l < 0.88) ends.push(lchToHex({ l: 0.955, c: Math.min(0.03, lightest.c * 0.3), h: lightest.h }))
  return [...palette, ...ends]
}
