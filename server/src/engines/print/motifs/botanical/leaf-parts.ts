import { toned } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import type { LeafPaint } from './sprigs.ts'

/** A large leaf that fills a circle of radius 100 round 0,0, its tip up. */
export type LeafPainter = (paint: LeafPaint, random: Random) => string

/** Numbers of a path. */
export const n = (...values: number[]) => values.map(decimal).join(' ')

/** A blade with its contour in line work. `rule` lets holes be cut. */
export function blade(path: string, { leaf, ink, pen }: LeafPaint, fill = leaf): string {
  const outline = pen === undefined ? '' : ` stroke="${ink}" stroke-width="${pen}" stroke-linejoin="round"`
  return `<path d="${path}" fill="${fill}" fill-rule="evenodd"${outline}/>`
}

/** Veins: a lighter green on a painted leaf, the pen in line work. */
export function veins(path: string, width: number, { leaf, ink, pen }: LeafPaint): string {
  const [colour, wide] = pen === undefined ? [toned(leaf, 0.09, 0.9), width] : [ink, pen * 0.55]
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${decimal(wide)}" stroke-linecap="round"/>`
}

export function stalk(path: string, width: number, { leaf, ink, pen }: LeafPaint): string {
  const [colour, wide] = pen === undefined ? [toned(leaf, -0.06), width] : [ink, pen * 1.2]
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${decimal(wide)}" stroke-linecap="round"/>`
}
