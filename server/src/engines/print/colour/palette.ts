import { createRandom, type Random } from '../random.ts'
import type { Raster } from '../raster.ts'
import { difference, type Lab, rgbToLab } from './oklab.ts'

/** A main colour of a picture. */
export interface Swatch {
  lab: Lab
  /** Part of the picture, 0 to 1. */
  share: number
}

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
    const settled = moved.every((lab, at) => weighed(lab, means[at] ?? lab) === 0)
    means = moved
    if (settled) break
  }
  return merged(movedMeans(labs, means))
}

/** Share of a picture's pixels that are one of its swatches, to a hair: near 1 for flat artwork, small for photographs. */
export function shareOf(picture: Raster, swatches: Swatch[]): number {
  const labs = labsOf(picture)
  const near = labs.filter((lab) => swatches.some((swatch) => difference(lab, swatch.lab) < 0.014))
  return near.length / labs.length
}

function labsOf({ data }: Raster): Lab[] {
  return Array.from({ length: data.length / 3 }, (_, at) =>
    rgbToLab(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  )
}

function weighed(p: Lab, q: Lab): number {
  const l = p.l - q.l
  const a = p.a - q.a
  const b = p.b - q.b
  return l * l + 1.8 * (a * a + b * b)
}

function spreadMeans(labs: Lab[], count: number, random: Random): Lab[] {
  const first = labs[random.below(labs.length)]
  const means: Lab[] = first ? [first] : []
  const away = labs.map((lab) => (first ? weighed(lab, first) : 0))
  while (means.length < count) {
    const next = labs[farPick(away, random)]
    if (!next) break
    means.push(next)
    labs.forEach((lab, at) => {
      away[at] = Math.min(away[at] ?? 0, weighed(lab, next))
    })
  }
  return means
}

/** A pixel at random, the likelier the farther it is from the means so far. */
function farPick(away: number[], random: Random): number {
  let left = random.next() * away.reduce((sum, d) => sum + d, 0)
  for (const [at, d] of away.entries()) {
    left -= d
    if (left <= 0) return at
  }
  return 0
}

function movedMeans(labs: Lab[], means: Lab[]): Swatch[] {
  const sums = means.map(() => ({ l: 0, a: 0, b: 0, count: 0 }))
  for (const lab of labs) {
    let nearest = 0
    let best = Number.POSITIVE_INFINITY
    for (let at = 0; at < means.length; at++) {
      const mean = means[at]
      const d = mean ? weighed(lab, mean) : best
      if (d < best) {
        best = d
        nearest = at
      }
    }
    const sum = sums[nearest]
    if (!sum) continue
    sum.l += lab.l
    sum.a += lab.a
    sum.b += lab.b
    sum.count++
  }
  return sums
    .filter(({ count }) => count > 0)
    .map(({ l, a, b, count }) => ({ lab: { l: l / count, a: a / count, b: b / count }, share: count / labs.length }))
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
