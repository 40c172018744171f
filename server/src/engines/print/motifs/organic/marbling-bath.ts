import { type Frame, side } from '../frame.ts'
import type { Point } from '../geometry/paths.ts'
import { throughMiddles } from './contours.ts'
import { nearest } from './spread.ts'

/** A skin of colour on the bath: its rim, x and y in turn, in drawing units. It may lie across the repeat's edges. */
interface Skin {
  rim: Float64Array
  colour: string
}

/** Moves places on the bath where they stand, x and y in turn; what lies a repeat farther must move just the same. */
export type Stroke = (places: Float64Array) => void

/** Where a stroke ends: nothing farther than `reach` from its middle moves. */
interface Round {
  middle: Point
  reach: number
}

/** Longest side of a rim's polygon, in drawing units. */
const longestSide = 14
/** Most points of one rim: far more than a good print needs. */
const mostPoints = 12_000

/**
 * A marbler's bath on a torus (after Jaffer's mathematical marbling): every drop spreads and pushes the others away;
 * strokes with combs and styluses draw all of them along.
 */
export class Bath {
  private skins: Skin[] = []

  /** Lets a drop fall that spreads to `radius`. What lay at distance d from its middle moves to √(d² + r²), less and less far away. */
  drop(middle: Point, radius: number, colour: string): void {
    const squared = radius * radius
    const far = (side / 2) ** 2
    this.stroke((places) => {
      for (let at = 0; at < places.length; at += 2) {
        const dx = nearest((places[at] ?? 0) - middle.x)
        const dy = nearest((places[at + 1] ?? 0) - middle.y)
        const distance = dx * dx + dy * dy
        if (distance >= far || distance === 0) continue
        const fade = 1 - distance / far
        const push = Math.sqrt(1 + (squared * fade * fade) / distance) - 1
        places[at] = (places[at] ?? 0) + dx * push
        places[at + 1] = (places[at + 1] ?? 0) + dy * push
      }
    })
    this.skins.push({ rim: disc(middle, radius), colour })
  }

  /** Draws a stroke, several times over where it is a part of the whole way; skins that it cannot reach are passed over. */
  stroke(stroke: Stroke, times = 1, round?: Round): void {
    for (const skin of this.skins) {
      if (round && !touches(skin.rim, round)) continue
      for (let time = 0; time < times; time++) {
        stroke(skin.rim)
        skin.rim = refined(skin.rim)
      }
    }
  }

  /** The skins as svg, in the order in which they fell. */
  shapes(frame: Frame): string {
    return this.skins.map(({ rim, colour }) => `<path d="${inFrame(rim, frame)}" fill="${colour}"/>`).join('')
  }
}

function disc({ x, y }: Point, radius: number): Float64Array {
  const count = Math.max(12, Math.ceil((radius * 2 * Math.PI) / longestSide))
  const rim = new Float64Array(count * 2)
  for (let at = 0; at < count; at++) {
    const angle = (at / count) * 2 * Math.PI
    rim[at * 2] = x + Math.cos(angle) * radius
    rim[at * 2 + 1] = y + Math.sin(angle) * radius
  }
  return rim
}

function touches(rim: Float64Array, { middle, reach }: Round): boolean {
  for (let at = 0; at < rim.length; at += 2) {
    const dx = nearest((rim[at] ?? 0) - middle.x)
    const dy = nearest((rim[at + 1] ?? 0) - middle.y)
    if (dx * dx + dy * dy < reach * reach) return true
  }
  return false
}

/** The rim with points between those that a stroke drew far apart. */
function refined(rim: Float64Array): Float64Array {
  let extra = 0
  for (let at = 0; at < rim.length; at += 2) extra += partsAt(rim, at) - 1
  if (extra === 0 || rim.length / 2 + extra > mostPoints) return rim
  const points = new Float64Array(rim.length + 2 * extra)
  for (let at = 0, to = 0; at < rim.length; at += 2) {
    const parts = partsAt(rim, at)
    const next = at + 2 === rim.length ? 0 : at + 2
    const [x = 0, y = 0] = [rim[at], rim[at + 1]]
    const [dx, dy] = [(rim[next] ?? 0) - x, (rim[next + 1] ?? 0) - y]
    for (let part = 0; part < parts; part++) {
      points[to++] = x + (dx * part) / parts
      points[to++] = y + (dy * part) / parts
    }
  }
  return points
}

/** Into how many parts the side after a point is broken. */
function partsAt(rim: Float64Array, at: number): number {
  const next = at + 2 === rim.length ? 0 : at + 2
  const dx = (rim[next] ?? 0) - (rim[at] ?? 0)
  const dy = (rim[next + 1] ?? 0) - (rim[at + 1] ?? 0)
  const squared = dx * dx + dy * dy
  return squared <= longestSide * longestSide ? 1 : Math.min(8, Math.ceil(Math.sqrt(squared) / longestSide))
}

/** A skin's path wherever the frame shows it. */
function inFrame(rim: Float64Array, { repeats, phase }: Frame): string {
  const spanOf = (first: number) => {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let at = first; at < rim.length; at += 2) {
      least = Math.min(least, rim[at] ?? 0)
      most = Math.max(most, rim[at] ?? 0)
    }
    return { least, most }
  }
  const shifts = ({ least, most }: { least: number; most: number }, from: number) => {
    const first = Math.ceil((from - most) / side)
    const last = Math.floor((from + side * repeats - least) / side)
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * side - from)
  }
  const rows = shifts(spanOf(1), phase.y)
  return shifts(spanOf(0), phase.x)
    .flatMap((dx) => rows.map((dy) => throughMiddles(Array.from(rim, (value, at) => value + (at % 2 === 0 ? dx : dy)))))
    .join('')
}
