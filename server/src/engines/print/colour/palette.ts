import { createRandom, type Random } from '../random.ts'
import type { Raster } from '../raster.ts'
import { difference, type Lab, rgbToLab } from './oklab.ts'

/** A main colour of a picture. */
export interface Swatch {
  lab: Lab
  /** Part of the picture, 0 to 1. */
  share: number
}

/** ΔE_OK by which a mean may still move: no eye sees a twentieth of it. */
const still = 0.001
/** How much a squared step of hue counts beside one of lightness. */
const hueWeight = 1.8
/** Colours nearer than this are one colour to a designer. */
const sameColour = 0.055

/**
 * The main colours of a picture, largest share first, by k-means in OKLab. Hue counts more than lightness, so that a
 * shaded red stays one red. Small but strong colours are found because the first means are spread (k-means++).
 */
export function swatchesOf(picture: Raster, count: number): Swatch[] {
  const labs = labsOf(picture)
  const random = createRandom(picture.width * 31 + picture.height, 'means')
  let means = spreadMeans(labs, count, random)
  for (let round = 0; round < 12; round++) {
    const moved = movedMeans(labs, means).map(({ lab }) => lab)
    const settled = moved.length === means.length && moved.every((lab, at) => difference(lab, means[at] ?? lab) < still)
    means = moved
    if (settled) break
  }
  return merged(movedMeans(labs, means))
}

/** Share of a picture's pixels that are one of its swatches, to a hair: near 1 for flat artwork, small for photographs. */
export function shareOf(picture: Raster, swatches: Swatch[]): number {
  const labs = labsOf(picture)
  const pixels = Array.from({ length: labs.length / 3 }, (_, pixel) => labAt(labs, pixel))
  return pixels.filter((lab) => swatches.some((swatch) => difference(lab, swatch.lab) < 0.014)).length / pixels.length
}

/** Three numbers a pixel. */
function labsOf({ data }: Raster): Float64Array {
  const labs = new Float64Array(data.length)
  for (let at = 0; at < data.length; at += 3) {
    const { l, a, b } = rgbToLab(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
    labs[at] = l
    labs[at + 1] = a
    labs[at + 2] = b
  }
  return labs
}

const labAt = (labs: Float64Array, pixel: number): Lab => ({
  l: labs[pixel * 3] ?? 0,
  a: labs[pixel * 3 + 1] ?? 0,
  b: labs[pixel * 3 + 2] ?? 0,
})

/** How far a pixel is from a mean, squared. */
function weighed(labs: Float64Array, at: number, mean: Lab): number {
  const l = (labs[at] ?? 0) - mean.l
  const a = (labs[at + 1] ?? 0) - mean.a
  const b = (labs[at + 2] ?? 0) - mean.b
  return l * l + hueWeight * (a * a + b * b)
}

function spreadMeans(labs: Float64Array, count: number, random: Random): Lab[] {
  const pixels = labs.length / 3
  const means: Lab[] = []
  const away = new Float64Array(pixels).fill(Number.POSITIVE_INFINITY)
  for (let pick = random.below(pixels); pixels > 0; pick = farPick(away, random)) {
    const next = labAt(labs, pick)
    means.push(next)
    if (means.length >= count) break
    for (let pixel = 0; pixel < pixels; pixel++) {
      const d = weighed(labs, pixel * 3, next)
      if (d < (away[pixel] ?? 0)) away[pixel] = d
    }
  }
  return means
}

/** A pixel at random, the likelier the farther it is from the means so far. */
function farPick(away: Float64Array, random: Random): number {
  let left = random.next() * away.reduce((sum, d) => sum + d, 0)
  for (let at = 0; at < away.length; at++) {
    left -= away[at] ?? 0
    if (left <= 0) return at
  }
  return 0
}

function movedMeans(labs: Float64Array, means: Lab[]): Swatch[] {
  const places = Float64Array.from(means.flatMap(({ l, a, b }) => [l, a, b]))
  const sums = new Float64Array(places.length)
  const counts = new Float64Array(means.length)
  for (let at = 0; at < labs.length; at += 3) {
    const l = labs[at] ?? 0
    const a = labs[at + 1] ?? 0
    const b = labs[at + 2] ?? 0
    let nearest = 0
    let best = Number.POSITIVE_INFINITY
    for (let of = 0; of < places.length; of += 3) {
      const dl = l - (places[of] ?? 0)
      const da = a - (places[of + 1] ?? 0)
      const db = b - (places[of + 2] ?? 0)
      const d = dl * dl + hueWeight * (da * da + db * db)
      if (d < best) {
        best = d
        nearest = of
      }
    }
    sums[nearest] = (sums[nearest] ?? 0) + l
    sums[nearest + 1] = (sums[nearest + 1] ?? 0) + a
    sums[nearest + 2] = (sums[nearest + 2] ?? 0) + b
    counts[nearest / 3] = (counts[nearest / 3] ?? 0) + 1
  }
  return means.flatMap((_, of) => {
    const count = counts[of] ?? 0
    if (count === 0) return []
    const { l, a, b } = labAt(sums, of)
    return [{ lab: { l: l / count, a: a / count, b: b / count }, share: (count * 3) / labs.length }]
  })
}

function merged(swatches: Swatch[]): Swatch[] {
  const kept: Swatch[] = []
  for (const swatch of swatches.toSorted((p, q) => q.share - p.share)) {
    const same = kept.find(({ lab }) => difference(lab, swatch.lab) < sameColour)
    if (same) same.share += swatch.share
    else kept.push({ ...swatch })
  }
  return kept.sort((p, q) => q.share - p.share)
}
