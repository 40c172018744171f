import { svgDocument } from '../../drawing.ts'
import { type Frame, side } from '../../frame.ts'
import { filled, type Point, polygonPath } from '../../geometry/paths.ts'

/** What an ikat is dyed in: its ground, and its colours from the outermost ring of a motif to its heart. */
export interface Dyes {
  ground: string
  rings: readonly [string, ...string[]]
}

/** A cartoon shows one repeat from its beginning. */
const whole: Frame = { repeats: 1, phase: { x: 0, y: 0 } }

/** The ring's dye, counted on from the outermost and round again. */
export const ringAt = ({ rings, ground }: Dyes, at: number): string => rings[at % rings.length] ?? ground

/** A motif's svg about (0, 0), laid at a place and wherever else it crosses the repeat's edges. */
export function laid(motif: string, { x, y }: Point, width: number, height: number): string {
  const along = (at: number, reach: number) =>
    [-2 * side, -side, 0, side].map((turn) => at + turn).filter((place) => place + reach > 0 && place - reach < side)
  return along(x, width)
    .flatMap((px) => along(y, height).map((py) => `<g transform="translate(${px.toFixed(1)} ${py.toFixed(1)})">${motif}</g>`))
    .join('')
}

export const cartoonOf = (dyes: Dyes, shapes: string) => svgDocument(whole, dyes.ground, shapes)

/** A diamond whose sides go up in `steps` stairs, as tied bundles make them; 0 leaves them straight. */
export function diamond(width: number, height: number, steps: number, colour: string): string {
  const quarter = (sx: number, sy: number): Point[] => {
    if (steps === 0) return [{ x: 0, y: -height * sy }]
    return Array.from({ length: steps }, (_, at) => {
      const [from, to] = [at / steps, (at + 1) / steps]
      return [
        { x: width * from * sx, y: -height * (1 - from) * sy },
        { x: width * to * sx, y: -height * (1 - from) * sy },
      ]
    }).flat()
  }
  const corners =
    steps === 0
      ? [
          { x: 0, y: -height },
          { x: width, y: 0 },
          { x: 0, y: height },
          { x: -width, y: 0 },
        ]
      : [...quarter(1, 1), ...quarter(1, -1).reverse(), ...quarter(-1, -1), ...quarter(-1, 1).reverse()]
  return filled(polygonPath(corners), colour)
}

export const oval = (rx: number, ry: number, colour: string, x = 0, y = 0) =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${colour}"/>`
