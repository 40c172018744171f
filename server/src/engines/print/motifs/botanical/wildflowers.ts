import { toned } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import type { FlowerColours } from './flower.ts'
import { circlePath, movedPath, petalPath } from './petals.ts'
import { type LeafPaint, leaves, stalk } from './sprigs.ts'

/** Lavender: small buds in whorls up a stem, inside radius 100. */
export function lavenderSpike({ petal, ...paint }: FlowerColours, random: Random): string {
  const foot = leaves(
    [-26, 26].map((turn) => ({ x: 0, y: 78, turn, length: 66, width: 8 })),
    paint.leaf,
    paint,
  )
  const shades = paint.pen === undefined ? [petal, toned(petal, -0.08), toned(petal, 0.04)] : [petal]
  const buds = shades.map(() => '')
  for (let whorl = 0; whorl < 7; whorl++) {
    const size = 1 - whorl * 0.075
    for (const way of [-1, 1, 0]) {
      const shade = way === 0 ? 0 : random.below(shades.length)
      buds[shade] += movedPath(petalPath('round', 25, 10), way * 7 * size, 14 - whorl * 15, way * 34, size)
    }
  }
  const outline = paint.pen === undefined ? '' : ` stroke="${paint.ink}" stroke-width="${paint.pen}"`
  // The shades that stand to the sides lie under those in front.
  const drawn = buds.map((path, at) => `<path d="${path}" fill="${shades[at]}"${outline}/>`).toReversed()
  return stalk('M0 100L0 -60', 3.4, paint) + foot + drawn.join('')
}

/** A tuft of grass, inside radius 100: blades that bend to both sides. */
export function grass(paint: LeafPaint, random: Random): string {
  const blades = Array.from({ length: 5 }, (_, at) => {
    const lean = (at - 2) * 16 + random.between(-7, 7)
    const tip = 100 - random.between(120, 190)
    const n = (...values: number[]) => values.map(decimal).join(' ')
    return `M${n(lean * 0.1 - 3, 100)}Q${n(lean * 0.3, 20, lean * 1.9, tip)}Q${n(lean * 0.3 + 6, 26, lean * 0.1 + 3, 100)}Z`
  })
  const outline = paint.pen === undefined ? '' : ` stroke="${paint.ink}" stroke-width="${paint.pen}"`
  return `<path d="${blades.join('')}" fill="${paint.leaf}"${outline}/>`
}

/** An umbel, as cow parsley has: rays from the top of a stem, each with a cluster of tiny flowers. */
export function umbel({ petal, ...paint }: FlowerColours, random: Random): string {
  const rays = 9
  let [lines, dots] = ['', '']
  for (let at = 0; at < rays; at++) {
    const angle = ((at / (rays - 1)) * 150 - 75 + random.between(-4, 4)) * (Math.PI / 180)
    const reach = 62 * random.between(0.88, 1.05)
    const [x, y] = [Math.sin(angle) * reach * 1.05, -28 - Math.cos(angle) * reach]
    lines += `M0 -28Q${decimal(x * 0.35)} ${decimal(-28 + (y + 28) * 0.7)} ${decimal(x)} ${decimal(y)}`
    for (let dot = 0; dot < 6; dot++) {
      const turn = (dot / 5) * Math.PI * 2
      const out = dot === 5 ? 0 : 8.5
      dots += circlePath(x + Math.cos(turn) * out, y + Math.sin(turn) * out * 0.8, dot === 5 ? 4.2 : 3.6)
    }
  }
  const foot = leaves(
    [
      { x: 1, y: 46, turn: -44, length: 46, width: 9 },
      { x: 1, y: 34, turn: 46, length: 40, width: 8 },
    ],
    paint.leaf,
    paint,
  )
  const heads =
    paint.pen === undefined ? `fill="${petal}"` : `fill="${petal}" stroke="${paint.ink}" stroke-width="${paint.pen * 0.7}"`
  return `${stalk(`M2 100Q-4 30 0 -28${lines}`, 2.6, paint)}${foot}<path d="${dots}" ${heads}/>`
}
