import { difference, type Lab, labToLch, rgbToLab } from '../colour/oklab.ts'
import { type Swatch, shareOf, swatchesOf } from '../colour/palette.ts'
import type { Raster } from '../raster.ts'
import { sampled } from './resample.ts'

/** What a recolouring must know of its source. */
export interface Tones {
  /** The picture, small, made square. */
  thumbnail: Raster
  /** Largest share first. */
  swatches: Swatch[]
  /** Few plain colours, as printed artwork has, and no shading. */
  flat: boolean
}

/** Share of pixels that lie on one of a dozen swatches above which a picture counts as flat artwork. Greys lie closer together, so more is wanted of them. */
const flatShare = { coloured: 0.52, grey: 0.85 }
/** Share-weighted chroma below which a picture counts as grey. */
const greyChroma = 0.025

/** Side of the thumbnail in px. */
const looked = 84

/** Measures a picture on a thumbnail of its own pixels: a blend of several would be a colour that it has not. */
export async function tonesOf(picture: Raster): Promise<Tones> {
  const thumbnail = await sampled(picture, looked)
  const labs = labsOf(thumbnail)
  const swatches = swatchesOf(thumbnail, 8)
  const grey = swatches.reduce((sum, { lab, share }) => sum + labToLch(lab).c * share, 0) < greyChroma
  const flat = shareOf(thumbnail, swatchesOf(thumbnail, 12)) > flatShare[grey ? 'grey' : 'coloured']
  return {
    thumbnail,
    swatches: flat ? withoutBlends(pure(swatches, labs)) : swatches,
    flat,
  }
}

/** ΔE_OK within which a flat area's pixels are one colour. */
const oneColour = 0.02

/** Swatches of flat artwork at the colours of its areas themselves: a mean has the blurred edges in it. */
function pure(swatches: Swatch[], labs: Lab[]): Swatch[] {
  return swatches.map((swatch) => {
    const near = labs.filter((lab) => difference(lab, swatch.lab) < 0.06)
    let [best, most] = [swatch.lab, 0]
    for (let at = 0; at < near.length; at += Math.max(1, near.length >> 5)) {
      const candidate = near[at] ?? swatch.lab
      const same = near.filter((lab) => difference(lab, candidate) < oneColour).length
      if (same > most) [most, best] = [same, candidate]
    }
    return { ...swatch, lab: best }
  })
}

/** Share up to which a colour between two others is the blurred edge of shapes and no colour of its own. */
const edgeShare = 0.05

/** Swatches of flat artwork without those that lie on the way from one to another. */
function withoutBlends(swatches: Swatch[]): Swatch[] {
  return swatches.filter(({ lab, share }, at) => {
    if (share > edgeShare) return true
    const larger = swatches.slice(0, at)
    return !larger.some((p) => larger.some((q) => p !== q && distanceFromWay(lab, p.lab, q.lab) < 0.035))
  })
}

/** How far a colour lies from the straight way between two others. */
function distanceFromWay(lab: Lab, from: Lab, to: Lab): number {
  const length = difference(from, to) ** 2
  const along =
    ((lab.l - from.l) * (to.l - from.l) + (lab.a - from.a) * (to.a - from.a) + (lab.b - from.b) * (to.b - from.b)) / length
  const t = Math.min(1, Math.max(0, along))
  const mixed = (p: number, q: number) => p + (q - p) * t
  return difference(lab, { l: mixed(from.l, to.l), a: mixed(from.a, to.a), b: mixed(from.b, to.b) })
}

function labsOf({ data }: Raster): Lab[] {
  return Array.from({ length: data.length / 3 }, (_, at) =>
    rgbToLab(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  )
}
