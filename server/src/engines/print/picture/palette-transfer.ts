import { difference, type Lab, labToRgb, rgbToLab } from '../colour/oklab.ts'
import type { Swatch } from '../colour/palette.ts'
import type { ColourMap } from './colour-map.ts'
import { lightnessCurve } from './lightness-curve.ts'

/** A main colour of a picture and what it becomes. */
export interface Pair {
  from: Swatch
  to: Lab
}

/** How far colours between two main ones blend, as a share of the distance from one to the next: less draws edges into soft light. */
const blending = 0.34
/** How much of a pixel's own departure from its main colour's hue stays. */
const ownHue = 0.3
/** How much harder a step of colour may become: beyond, grain would show. */
const hardest = 5
/** Weight from which a pixel is clearly of one main colour. */
const clearly = 0.75
/** Rounds in which the targets are moved until what they stand for comes out right. */
const corrections = 6

/**
 * Gives a photograph other colours: each pixel is softly assigned to the main colours, and takes theirs; its lightness follows
 * one rising curve through all pairs, so that light and shade stay in order and nothing can blotch. `sample` is the
 * picture small: on it the colours are set so that each main colour's part comes out, on average, as its target.
 */
export function transferred(pairs: readonly Pair[], sample: readonly Lab[]): ColourMap {
  const width = blendWidth(pairs)
  const places = placesOf(pairs)
  const weights = sample.map((lab) => weigh(lab, places, width, new Float64Array(pairs.length)))
  let aims = pairs.map(({ to }) => to)
  for (let round = 0; round < corrections; round++) {
    const map = mapTo(pairs, aims, width)
    const made = sample.map((lab) => shown(map(lab)))
    aims = aims.map((aim, at) => corrected(aim, pairs[at]?.to ?? aim, meanOf(made, weights, at)))
  }
  return mapTo(pairs, aims, width)
}

/** The colour as a screen shows it: inside its gamut. */
const shown = (lab: Lab) => rgbToLab(...labToRgb(lab))

/** Part of the way only: what the gamut cuts off cannot be made up for. */
function corrected(aim: Lab, wanted: Lab, made: Lab | null): Lab {
  if (!made) return aim
  const towards = (value: number, want: number, have: number, most: number) =>
    Math.max(want - most, Math.min(want + most, value + 0.8 * (want - have)))
  return {
    l: towards(aim.l, wanted.l, made.l, 0.06),
    a: towards(aim.a, wanted.a, made.a, 0.025),
    b: towards(aim.b, wanted.b, made.b, 0.025),
  }
}

/** The mean of the colours that are mostly one main colour's; null where none is. */
function meanOf(made: readonly Lab[], weights: readonly Float64Array[], at: number): Lab | null {
  const sum = { l: 0, a: 0, b: 0 }
  let total = 0
  made.forEach((lab, pixel) => {
    const own = weights[pixel]?.[at] ?? 0
    if (own < clearly) return
    total++
    sum.l += lab.l
    sum.a += lab.a
    sum.b += lab.b
  })
  return total === 0 ? null : { l: sum.l / total, a: sum.a / total, b: sum.b / total }
}

/** So wide that no step of the picture comes out as one too hard. */
function blendWidth(pairs: readonly Pair[]): number {
  const nearest = pairs.flatMap((pair) => {
    const others = pairs.filter((other) => other !== pair)
    const apart = (other: Pair) => difference(pair.from.lab, other.from.lab)
    const next = others.toSorted((p, q) => apart(p) - apart(q))[0]
    return next ? [{ before: apart(next), after: difference(pair.to, next.to) }] : []
  })
  if (nearest.length === 0) return 1
  const mean = nearest.reduce((sum, { before }) => sum + before, 0) / nearest.length
  // Between two of them the weight rises by before / 4 width² for each step.
  return Math.max(0.03, mean * blending, ...nearest.map(({ before, after }) => Math.sqrt((before * after) / (4 * hardest))))
}

/** Where the main colours lie: three numbers each. */
const placesOf = (pairs: readonly Pair[]) => Float64Array.from(pairs.flatMap(({ from: { lab } }) => [lab.l, lab.a, lab.b]))

/** How much of each main colour a colour is; all of them make 1. */
function weigh({ l, a, b }: Lab, places: Float64Array, width: number, into: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0, from = 0; at < into.length; at++, from += 3) {
    const dl = l - (places[from] ?? 0)
    const da = a - (places[from + 1] ?? 0)
    const db = b - (places[from + 2] ?? 0)
    const apart = dl * dl + da * da + db * db
    into[at] = apart
    if (apart < least) least = apart
  }
  let total = 0
  for (let at = 0; at < into.length; at++) {
    const weight = Math.exp((least - (into[at] ?? 0)) / (2 * width * width))
    into[at] = weight
    total += weight
  }
  for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) / total
  return into
}

function mapTo(pairs: readonly Pair[], aims: readonly Lab[], width: number): ColourMap {
  const curve = lightnessCurve(pairs.map(({ from }, at) => ({ from: from.lab.l, to: aims[at]?.l ?? 0, share: from.share })))
  const lifts = Float64Array.from(pairs, ({ from }, at) => (aims[at]?.l ?? 0) - curve(from.lab.l))
  const places = placesOf(pairs)
  const goals = Float64Array.from(aims.flatMap(({ l, a, b }) => [l, a, b]))
  const weights = new Float64Array(pairs.length)
  return (lab) => {
    weigh(lab, places, width, weights)
    let l = curve(lab.l)
    for (let at = 0; at < lifts.length; at++) l += (weights[at] ?? 0) * (lifts[at] ?? 0)
    l = Math.min(0.99, Math.max(0.03, l))
    let a = 0
    let b = 0
    for (let at = 0, of = 0; at < weights.length; at++, of += 3) {
      const weight = weights[at] ?? 0
      const depth = depthAt(l, goals[of] ?? 0)
      a += weight * ((goals[of + 1] ?? 0) * depth + (lab.a - (places[of + 1] ?? 0)) * ownHue)
      b += weight * ((goals[of + 2] ?? 0) * depth + (lab.b - (places[of + 2] ?? 0)) * ownHue)
    }
    return { l, a, b }
  }
}

/** How much of its chroma a colour keeps in its own shade and in its own highlights. */
function depthAt(l: number, own: number): number {
  if (l <= own) return 0.25 + 0.75 * (l / Math.max(0.05, own))
  return 1 - 0.85 * ((l - own) / Math.max(0.05, 1 - own)) ** 2
}
