import type { Brief, Layout } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { PackingLevel } from '../packing.ts'

/** How a floral is composed. `line` is composed as a garden and drawn with a pen. */
export type Composition = 'blooms' | 'garden' | 'stems' | 'meadow' | 'ditsy'

/** A level by name, radius in drawing units, spread, most placed, and gap. */
type Row = readonly [name: string, radius: number, spread: number, most: number, gap: number]

const rows: Record<Composition, readonly Row[]> = {
  blooms: [
    ['hero', 122, 0.2, 14, 0.92],
    ['mid', 76, 0.25, 30, 0.92],
    ['sprig', 60, 0.3, 60, 0.8],
    ['small', 32, 0.35, 120, 0.95],
    ['dot', 8, 0.5, 140, 1.3],
  ],
  garden: [
    ['hero', 108, 0.25, 9, 1.08],
    ['mid', 70, 0.25, 14, 1],
    ['sprig', 74, 0.25, 22, 0.86],
    ['small', 36, 0.3, 40, 1],
    ['sprig', 44, 0.3, 60, 0.84],
    ['small', 24, 0.35, 60, 1.05],
    ['dot', 7, 0.5, 120, 1.5],
  ],
  stems: [
    ['stem', 116, 0.18, 40, 0.78],
    ['sprig', 58, 0.25, 40, 0.84],
    ['small', 27, 0.3, 60, 1.02],
    ['dot', 7, 0.4, 120, 1.5],
  ],
  meadow: [
    ['stem', 128, 0.34, 24, 0.68],
    ['wild', 104, 0.3, 26, 0.64],
    ['stem', 82, 0.3, 26, 0.68],
    ['grass', 74, 0.35, 46, 0.62],
    ['small', 22, 0.4, 70, 0.95],
    ['dot', 6, 0.4, 90, 1.3],
  ],
  ditsy: [
    ['small', 46, 0.25, 90, 1],
    ['sprig', 34, 0.25, 150, 0.86],
    ['small', 24, 0.3, 140, 0.96],
    ['dot', 6, 0.4, 160, 1.6],
  ],
}

/** The sizes of things in a composition, largest first. */
export function levelsFor(
  composition: Composition,
  { style, scale, density }: Brief,
  layout: Layout,
  random: Random,
): PackingLevel[] {
  const usual = style === 'large' ? 1.6 : random.between(0.85, 1.15)
  const size = composition === 'ditsy' ? (scale ?? 0.8) * 1.35 : (scale ?? usual)
  // Copies of a layout share the repeat, so what is largest must leave them room.
  const fit = layout === 'toss' ? size : Math.min(size, 1.3)
  const closeness = 1 / Math.sqrt(density ?? 1)
  const fewer = density !== null && density < 1 ? 0.5 : 1
  return rows[composition].map(([name, radius, spread, most, gap]) => ({
    name,
    radius: radius * fit,
    spread,
    most: Math.ceil((most * fewer) / (fit * fit)),
    gap: gap * closeness,
  }))
}
