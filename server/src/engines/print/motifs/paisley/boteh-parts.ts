import { circlePath, movedPath, petalPath } from '../botanical/petals.ts'
import type { BotehShape, RimPlace } from './boteh-shape.ts'

/** The colours of one boteh, from its edge inwards. In line work they are all the ground's, and `line` draws. */
export interface BotehColours {
  fringe: string
  body: string
  trim: string
  field: string
  flower: string
  heart: string
  leaf: string
  line: string
  /** Width of the contour; 0 for none. */
  pen: number
}

/** The contour, where there is one. */
export const stroke = ({ line, pen }: BotehColours) => (pen > 0 ? ` stroke="${line}" stroke-width="${pen}"` : '')

/** The body, drawn in by `inset`. */
export const layer = (shape: BotehShape, inset: number, fill: string, colours: BotehColours) =>
  `<path d="${shape.outline(inset)}" fill="${fill}"${stroke(colours)} stroke-linejoin="round"/>`

/** A bead on every place. */
export function ring(places: RimPlace[], radius: number, fill: string, colours: BotehColours): string {
  const path = places.map(({ x, y }) => circlePath(x, y, radius)).join('')
  return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
}

/** A petal on every place, its foot there; `turn` 0 points outwards, 180 inwards. */
export function petals(
  places: RimPlace[],
  length: number,
  width: number,
  turn: number,
  fill: string,
  colours: BotehColours,
): string {
  const petal = petalPath('pointed', length, width)
  const path = places.map(({ x, y, outwards }) => movedPath(petal, x, y, outwards + turn)).join('')
  return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
}

/** A flower seen from above, as embroiderers make it: two rounds of petals and a heart. */
export function rosette(x: number, y: number, radius: number, count: number, colours: BotehColours): string {
  const round = (length: number, width: number, turn: number, fill: string) => {
    const petal = petalPath('round', length, width)
    const path = Array.from({ length: count }, (_, at) => movedPath(petal, x, y, (at / count) * 360 + turn)).join('')
    return `<path d="${path}" fill="${fill}"${stroke(colours)}/>`
  }
  const outer = round(radius, (radius * 2.5) / count, 0, colours.flower)
  const inner = radius > 15 ? round(radius * 0.58, (radius * 1.5) / count, 180 / count, colours.heart) : ''
  return `${outer}${inner}<path d="${circlePath(x, y, radius * 0.24)}" fill="${colours.trim}"${stroke(colours)}/>`
}
