import { type ColourModel, modelOf } from './colour-model.ts'
import { cut } from './graph-cut.ts'
import type { Leaning } from './leaning.ts'
import type { SmallPicture } from './small-picture.ts'

/** What the subject and its ground are made of: Gaussians of each. */
const colours = { subject: 5, ground: 6 }
/** How much an edge without contrast costs, beside colours' −log likelihood. */
const smoothness = 22
/** Most a colour alone may say: a strange pixel is not worth any edge. */
const mostPull = 14
/** Flow is counted in hundredths. */
const unit = 100
/** Fewest cells of subject or ground that say anything. */
const fewest = 12

/** Which cells are the subject, 1 each, and how surely. */
export interface Found {
  inside: Uint8Array
  /** Part of the cells, 0 to 1. */
  share: number
  /** How much likelier a colour is on its own side, as a mean −log: under 1 hardly at all, above 3 plainly. */
  apart: number
}

/**
 * GrabCut (Rother, Kolmogorov and Blake, 2004): models of both sides' colours and the cheapest cut between them take turns,
 * from where the leaning says to begin. Null where one side comes out empty.
 */
export function subjectMask(picture: SmallPicture, leaning: Leaning, rounds: number): Found | null {
  const ties = tiesOf(picture)
  const { width, height } = picture
  let inside = leaning.start
  for (let round = 0; round < rounds; round++) {
    const sides = sidesOf(picture, inside)
    if (!sides) return null
    const next = cut({ width, height, pull: pullOf(picture, leaning, sides), ties })
    const settled = next.every((one, at) => one === inside[at])
    inside = next
    if (settled) break
  }
  const sides = sidesOf(picture, inside)
  return sides && { inside, share: shareOf(inside), apart: apartness(picture, inside, sides) }
}

interface Sides {
  subject: ColourModel
  ground: ColourModel
}

const shareOf = (inside: Uint8Array) => inside.reduce((sum, one) => sum + one, 0) / inside.length

function sidesOf({ labs }: SmallPicture, inside: Uint8Array): Sides | null {
  const subjects = inside.reduce((sum, one) => sum + one, 0)
  if (subjects < fewest || inside.length - subjects < fewest) return null
  return { subject: modelOf(labs, inside, 1, colours.subject), ground: modelOf(labs, inside, 0, colours.ground) }
}

/** What a cell's colour says, bounded: above 0 for the subject. */
function saying({ labs }: SmallPicture, { subject, ground }: Sides, at: number): number {
  const l = labs[at * 3] ?? 0
  const a = labs[at * 3 + 1] ?? 0
  const b = labs[at * 3 + 2] ?? 0
  return Math.max(-mostPull, Math.min(mostPull, ground.energy(l, a, b) - subject.energy(l, a, b)))
}

function pullOf(picture: SmallPicture, { fixed, lean }: Leaning, sides: Sides): Int32Array {
  const pull = new Int32Array(fixed.length)
  for (let at = 0; at < pull.length; at++) {
    const surely = fixed[at] ?? 0
    pull[at] = surely ? surely * 1000 * unit : Math.round(unit * (saying(picture, sides, at) + (lean[at] ?? 0)))
  }
  return pull
}

function apartness(picture: SmallPicture, inside: Uint8Array, sides: Sides): number {
  const sums = [0, 0]
  const counts = [0, 0]
  inside.forEach((one, at) => {
    sums[one] = (sums[one] ?? 0) + saying(picture, sides, at)
    counts[one] = (counts[one] ?? 0) + 1
  })
  return (sums[1] ?? 0) / (counts[1] ?? 1) - (sums[0] ?? 0) / (counts[0] ?? 1)
}

type Ties = [Int32Array, Int32Array, Int32Array, Int32Array]

/** Neighbours of one colour hold together; the contrast counts beside the picture's own mean contrast. */
function tiesOf({ labs, width, height }: SmallPicture): Ties {
  const cells = width * height
  const away = [1, width, width + 1, width - 1].map((step) => {
    const squares = new Float32Array(cells)
    for (let at = 0; at + step < cells; at++) squares[at] = squaredStep(labs, at, at + step)
    return squares
  })
  let sum = 0
  for (const squares of away) for (const value of squares) sum += value
  const beta = 1 / Math.max(1e-7, (2 * sum) / (cells * 4))
  const tie = (direction: number): Int32Array => {
    const strength = (smoothness * unit) / (direction > 1 ? Math.SQRT2 : 1)
    const squares = away[direction] ?? new Float32Array(cells)
    const strengths = new Int32Array(cells)
    for (let at = 0; at < cells; at++) strengths[at] = Math.round(strength * (Math.exp(-beta * (squares[at] ?? 0)) + 0.02))
    return strengths
  }
  return [tie(0), tie(1), tie(2), tie(3)]
}

/** Hue parts things more surely than light does. */
function squaredStep(labs: Float32Array, p: number, q: number): number {
  const dl = (labs[p * 3] ?? 0) - (labs[q * 3] ?? 0)
  const da = (labs[p * 3 + 1] ?? 0) - (labs[q * 3 + 1] ?? 0)
  const db = (labs[p * 3 + 2] ?? 0) - (labs[q * 3 + 2] ?? 0)
  return dl * dl + 2 * (da * da + db * db)
}
