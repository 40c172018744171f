import { type Generator, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { asLine, inksFor } from './inks.ts'
import { linePath, type Point } from './paths.ts'

/** A running key on a grid: the corners of one period, from its beginning up to that of the next. */
interface Key {
  corners: readonly (readonly [x: number, y: number])[]
  /** A second line below, where the key itself does not run on. */
  base: boolean
  period: number
  height: number
}

const keys: readonly [Key, ...Key[]] = [
  {
    corners: [
      [0, 4],
      [0, 0],
      [4, 0],
      [4, 2],
      [2, 2],
      [2, 4],
    ],
    base: false,
    period: 6,
    height: 4,
  },
  {
    corners: [
      [0, 6],
      [0, 0],
      [6, 0],
      [6, 4],
      [2, 4],
      [2, 2],
      [4, 2],
    ],
    base: true,
    period: 8,
    height: 6,
  },
  {
    corners: [
      [0, 4],
      [0, 0],
      [2, 0],
      [2, 4],
    ],
    base: false,
    period: 4,
    height: 4,
  },
]

/** Greek keys in bands, with lines beside them or without. */
export const greekKey: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(1, 2, 1, 3, 1)).map((ink) => asLine(ink, brief, colours))
  const key = random.inTurn(keys[0], keys[1] ?? keys[0], keys[0], keys[2] ?? keys[0], keys[1] ?? keys[0])
  const lined = random.inTurn(true, false, false, true, true)
  // The key and the space about it, and, where it is lined, two lines and the rest.
  const deep = key.height + (lined ? 9 : 4)
  // Every ink has its band, so the bands must not be higher than that leaves room for.
  const fewest = Math.ceil((inks.length * deep) / key.period)
  const wanted = Math.round((random.inTurn(8, 6, 5, 10, 7) * (6 / key.period)) / (brief.scale ?? 1))
  const periods = Math.max(1, fewest, wanted)
  const unit = side / periods / key.period
  const rows = inks.length * Math.max(1, Math.round(side / (deep * unit) / inks.length))
  const extent = side * frame.repeats
  const upright = brief.direction === 'vertical'
  const phase = upright ? { x: frame.phase.y, y: frame.phase.x } : frame.phase
  const path = keyPath(key, unit, -side - phase.x, extent + side)
  const lines = lined ? [-1, 1].map((up) => across(up * (key.height / 2 + 2) * unit, extent)).join('') : ''
  const weight = (unit * Math.min(1.5, brief.density ?? 1)).toFixed(2)
  const definition = `<path id="k" d="${path}${lines}" fill="none" stroke-width="${weight}" stroke-miterlimit="10"/>`
  const bands: string[] = []
  for (let row = -rows; row < rows * (frame.repeats + 1); row++) {
    const y = ((row + 0.5) * side) / rows - phase.y
    if (y < -side || y > extent + side) continue
    bands.push(`<use href="#k" y="${y.toFixed(2)}" stroke="${inks[(row + rows) % inks.length] ?? colours.ink}"/>`)
  }
  const shapes = upright ? `<g transform="matrix(0 1 1 0 0 0)">${bands.join('')}</g>` : bands.join('')
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes, definition) }
}

const across = (y: number, extent: number) => `M0 ${y.toFixed(2)}H${extent}`

/** The key along y = 0, from one place to another. */
function keyPath({ corners, base, period, height }: Key, unit: number, from: number, until: number): string {
  const at = (x: number, y: number): Point => ({ x: from + x * unit, y: (y - height / 2) * unit })
  const periods = Math.ceil((until - from) / unit / period)
  const starts = Array.from({ length: periods }, (_, index) => index * period)
  if (base) {
    // The square ends close the corners between the keys and the line on which they stand.
    const hooks = starts.map((start) => linePath(corners.map(([x, y]) => at(start + x, y))))
    return hooks.join('') + linePath([at(0, height), at(periods * period, height)])
  }
  return linePath(starts.flatMap((start) => corners.map(([x, y]) => at(start + x, y))))
}
