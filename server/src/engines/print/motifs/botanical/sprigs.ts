import { toned } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { type Bloom, bloom, type FlowerColours, tulipCup } from './flower.ts'
import { circlePath, movedPath, petalPath } from './petals.ts'

/** Where a leaf grows: its root, the degrees it is turned from upright, its size. */
interface Leaf {
  x: number
  y: number
  turn: number
  length: number
  width: number
}

/** The green of leaves, and the pen's colour and width where they are drawn in line. */
export interface LeafPaint {
  leaf: string
  ink: string
  pen?: number
}

/** Leaves of one green with their ribs, in two paths. */
export function leaves(places: readonly Leaf[], fill: string, { ink, pen }: LeafPaint): string {
  let [blades, ribs] = ['', '']
  for (const { x, y, turn, length, width } of places) {
    blades += movedPath(petalPath('pointed', length, width), x, y, turn)
    ribs += movedPath(`M0 ${decimal(-length * 0.08)}L0 ${decimal(-length * 0.8)}`, x, y, turn)
    if (pen !== undefined && length > 80) ribs += movedPath(sideVeins(length, width), x, y, turn)
  }
  const [rib, wide] = pen === undefined ? [toned(fill, -0.07), 2.2] : [fill === ink ? 'none' : ink, pen * 0.55]
  const outline = pen === undefined || fill === ink ? '' : ` stroke="${ink}" stroke-width="${pen}" stroke-linejoin="round"`
  return `<path d="${blades}" fill="${fill}"${outline}/><path d="${ribs}" fill="none" stroke="${rib}" stroke-width="${decimal(wide)}" stroke-linecap="round"/>`
}

function sideVeins(length: number, width: number): string {
  return [0.25, 0.42, 0.58]
    .flatMap((at) =>
      [-1, 1].map((way) => `M0 ${decimal(-length * at)}L${decimal(way * width * 0.5)} ${decimal(-length * (at + 0.15))}`),
    )
    .join('')
}

export const stalk = (path: string, width: number, { leaf, ink, pen }: LeafPaint) =>
  `<path d="${path}" fill="none" stroke="${pen === undefined ? toned(leaf, -0.05) : ink}" stroke-width="${decimal(pen === undefined ? width : pen * 1.1)}" stroke-linecap="round"/>`

const lighter = ({ leaf, pen }: LeafPaint) => (pen === undefined ? toned(leaf, 0.06, 0.92) : leaf)

/** Leaves that look out from behind a bloom of radius 100. */
export function collar(paint: LeafPaint, random: Random): string {
  const first = random.next() * 360
  const count = 2 + random.below(2)
  const places = Array.from({ length: count }, (_, at): Leaf => {
    const turn = first + (at / count) * 360 + random.between(-25, 25)
    const angle = (turn * Math.PI) / 180
    return { x: Math.sin(angle) * 44, y: -Math.cos(angle) * 44, turn, length: 98, width: 30 }
  })
  return leaves(places.slice(0, 2), paint.leaf, paint) + (count > 2 ? leaves(places.slice(2), lighter(paint), paint) : '')
}

/** A sprig inside radius 100: a bent stem, leaves in pairs that shrink towards the tip, sometimes berries. */
export function sprig(paint: LeafPaint, berry: string, random: Random): string {
  const pairs = 4 + random.below(3)
  const bend = random.between(-22, 22)
  // Solid leaves run into each other unless they are slender.
  const slender = random.chance(0.5) || paint.leaf === paint.ink
  const [left, right]: [Leaf[], Leaf[]] = [[{ x: 0, y: -70, turn: 0, length: 28, width: slender ? 7 : 11 }], []]
  for (let pair = 0; pair < pairs; pair++) {
    const at = 0.2 + (pair / pairs) * 0.72
    const [x, y] = [bend * Math.sin(at * Math.PI), 94 - at * 178]
    const length = (slender ? 58 : 50) * (1.12 - at * 0.62)
    const width = slender ? 10 : 17
    left.push({ x, y: y + 5, turn: -random.between(42, 60), length, width })
    right.push({ x, y: y - 5, turn: random.between(42, 60), length, width })
  }
  const stem = stalk(`M0 96Q${decimal(bend * 2)} 6 0 -84`, 3.4, paint)
  const drawn = stem + leaves(left, paint.leaf, paint) + leaves(right, lighter(paint), paint)
  return random.chance(0.4) ? drawn + berries(berry, paint, random) : drawn
}

function berries(fill: string, { ink, pen }: LeafPaint, random: Random): string {
  const path = [0.35, 0.6, 0.82].map((at, order) =>
    circlePath((order % 2 === 0 ? 1 : -1) * random.between(16, 24), 94 - at * 178, 7),
  )
  return `<path d="${path.join('')}" fill="${fill}"${pen === undefined ? '' : ` stroke="${ink}" stroke-width="${pen}"`}/>`
}

/** A flower on its stem with leaves and a bud, upright, inside radius 100. */
export function stemmed(kind: Bloom | 'tulip', colours: FlowerColours, random: Random): string {
  const { leaf, petal } = colours
  const lean = random.between(-16, 16)
  const stem = stalk(`M${decimal(-lean * 0.4)} 100Q${decimal(lean)} 40 0 -40`, 4, colours)
  const head = kind === 'tulip' ? tulipCup(thickened(colours, 1.6)) : bloom(kind, thickened(colours, 1.9), random)
  const foliage = kind === 'tulip' ? tulipLeaves(colours) : budAndLeaves(lean, leaf, petal, colours)
  return `${stem}${foliage}<g transform="translate(0 -46) scale(${kind === 'tulip' ? 0.62 : 0.52})">${head}</g>`
}

/** A flower drawn smaller than its group keeps the pen's width. */
const thickened = (colours: FlowerColours, by: number): FlowerColours =>
  colours.pen === undefined ? colours : { ...colours, pen: colours.pen * by }

const tulipLeaves = (paint: LeafPaint) =>
  leaves([{ x: 0, y: 98, turn: -17, length: 118, width: 15 }], paint.leaf, paint) +
  leaves([{ x: 0, y: 98, turn: 21, length: 98, width: 14 }], lighter(paint), paint)

function budAndLeaves(lean: number, leaf: string, petal: string, paint: LeafPaint): string {
  const low = leaves([{ x: lean * 0.3, y: 62, turn: -52, length: 60, width: 16 }], leaf, paint)
  const high = leaves([{ x: lean * 0.4, y: 40, turn: 50, length: 52, width: 14 }], lighter(paint), paint)
  const stem = stalk(`M${decimal(lean * 0.4)} 52Q34 30 42 2`, 3, paint)
  const outline = paint.pen === undefined ? '' : ` stroke="${paint.ink}" stroke-width="${paint.pen}"`
  const bud = `<path d="${movedPath(petalPath('pointed', 34, 13), 42, 8, 12)}" fill="${petal}"${outline}/><path d="${movedPath(petalPath('pointed', 18, 11), 42, 8, 12)}" fill="${leaf}"${outline}/>`
  return low + high + stem + bud
}
