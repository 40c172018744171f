import { hexToLab, type Lab, labToHex, labToLch, lchToLab } from '../../colour/oklab.ts'
import type { Swatch } from '../../colour/palette.ts'
import { mainColours } from '../main-colours.ts'
import type { Tones } from '../tones.ts'

/** An ink, and the colour of the picture that it stands for. */
export interface Ink {
  hex: string
  /** What it prints. */
  of: Lab
}

/** The inks of a picture's own palette, at most `count`, darkest first. */
export function ownInks({ thumbnail, flat }: Tones, count: number): Ink[] {
  const swatches = mainColours(thumbnail, count)
  const hex = flat ? (lab: Lab) => labToHex(lab) : strengthened(swatches)
  return swatches.map(({ lab }) => ({ hex: hex(lab), of: lab })).sort(darkestFirst)
}

/** The inks of a palette, for a picture already in its colours; darkest first. */
export function inksOf(palette: readonly string[]): Ink[] {
  return [...new Set(palette)].map((hex) => ({ hex, of: hexToLab(hex) })).sort(darkestFirst)
}

const darkestFirst = (p: Ink, q: Ink) => p.of.l - q.of.l

/** Lightness of the darkest and the lightest ink of a photograph: near to what a press has. */
const reach = { dark: 0.27, light: 0.93 }
const softness = 0.25
const moreChroma = 1.3
const mostChroma = 0.2

/** Means of many pixels are dull: their lightness is stretched towards a press's own, and their chroma raised. */
function strengthened(swatches: readonly Swatch[]): (lab: Lab) => string {
  const lightness = swatches.map(({ lab }) => lab.l)
  const [low, high] = [Math.min(...lightness), Math.max(...lightness)]
  const [dark, light] = [Math.min(low, reach.dark), Math.max(high, reach.light)]
  const slope = (light - dark) / Math.max(0.1, high - low)
  return (lab) => {
    const { c, h } = labToLch(lab)
    // Most of the way: a picture that was soft stays a little softer than one that was hard.
    const l = lab.l * softness + (dark + (lab.l - low) * slope) * (1 - softness)
    return labToHex(lchToLab({ l, c: Math.max(c, Math.min(mostChroma, c * moreChroma)), h }))
  }
}
