import { toned } from '../../colour/oklab.ts'
import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import { circlePath, movedPath, petalPath } from './petals.ts'
import type { LeafPaint } from './sprigs.ts'

/** A large leaf that fills a circle of radius 100 round 0,0, its tip up. */
export type LeafPainter = (paint: LeafPaint, random: Random) => string

const n = (...values: number[]) => values.map(decimal).join(' ')

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

/** Where a monstera's stalk meets its leaf, and its reach from there by the angle from the tip, every 30 degrees. */
const foot = 34
const reaches = [140, 122, 108, 97, 86, 66]

function monsteraReach(angle: number): number {
  const at = Math.min(reaches.length - 1.001, angle / 30)
  const from = reaches[Math.floor(at)] ?? 0
  const to = reaches[Math.floor(at) + 1] ?? from
  return from + (to - from) * (at % 1)
}

/** Monstera: a heart with cuts between its veins and holes beside the midrib. */
export const monstera: LeafPainter = (paint, random) => {
  const depth = random.between(0.46, 0.58)
  const cuts = [19, 42, 66, 92, 119].map((angle) => angle + random.between(-4, 4))
  const right = monsteraSide(cuts, depth, 1)
  const left = monsteraSide(
    cuts.map((angle) => angle + random.between(-4, 4)),
    depth * random.between(0.9, 1.1),
    -1,
  )
  const outline = `M${n(0, foot - monsteraReach(0))}${right.edge}L${n(0, foot)}${left.back}Z`
  const ribs = `M${n(0, foot)}L${n(0, foot - 112)}${right.ribs}${left.ribs}`
  return (
    stalk(`M${n(0, foot)}Q${n(random.between(-8, 8), 66, random.between(-14, 14), 98)}`, 5, paint) +
    blade(outline + right.holes + left.holes, paint) +
    veins(ribs, 2.6, paint)
  )
}

/** One half of a monstera: its edge from the tip to the foot, the same drawn back from the foot to the tip, its holes and its ribs. */
function monsteraSide(cuts: number[], depth: number, way: 1 | -1): { edge: string; back: string; holes: string; ribs: string } {
  const place = (angle: number, reach: number): [number, number] => {
    const turn = (angle * Math.PI) / 180
    return [way * Math.sin(turn) * reach, foot - Math.cos(turn) * reach]
  }
  /** Lobes lie between cuts; their corners are rounded by the curve's control points. */
  const corners = [0, ...cuts, 158]
  const stops: [control: [number, number], to: [number, number]][] = []
  let [holes, ribs] = ['', '']
  corners.slice(0, -1).forEach((from, at) => {
    const to = corners[at + 1] ?? 158
    const reach = (angle: number) => monsteraReach(angle)
    const middle = (from + to) / 2
    if (at > 0) stops.push([place(from + 1, reach(from) * 0.8), place(from + 5, reach(from) * 0.97)])
    stops.push([place(middle, reach(middle) * (at === 0 ? 0.95 : 1.07)), place(to - 3, reach(to) * 0.97)])
    if (to < 150) stops.push([place(to - 3, reach(to) * 0.72), place(to * 0.82, reach(to) * depth)])
    const rib = place(middle * 0.98, reach(middle) * 0.86)
    const root = place(0, Math.max(6, reach(middle) * 0.62 * Math.cos((middle * Math.PI) / 180)))
    ribs += `M${n(...root)}Q${n(rib[0] * 0.5, (root[1] + rib[1]) / 2 - 6, ...rib)}`
    if (at > 0 && at < 4) {
      const [x, y] = place(middle * 0.86, reach(middle) * 0.32)
      holes += movedPath('M0 -9Q6 0 0 9Q-6 0 0 -9Z', x, y, way * middle)
    }
  })
  const curves = stops.map(([control, to]) => `Q${n(...control, ...to)}`).join('')
  const edge = `${curves}Q${n(...place(172, 40), 0, foot)}`
  return { edge, back: reversed(stops, place(172, 40), foot), holes, ribs }
}

/** The same quadratic curves, from the foot to the tip. */
function reversed(stops: [control: [number, number], to: [number, number]][], sinus: [number, number], from: number): string {
  const all: [control: [number, number], to: [number, number]][] = [...stops, [sinus, [0, from]]]
  return all
    .map(([control], at) => {
      const to = all[at - 1]?.[1] ?? [0, foot - monsteraReach(0)]
      return `Q${n(...control, ...to)}`
    })
    .toReversed()
    .join('')
}

/** Banana: a long blade, torn here and there along its veins. */
export const banana: LeafPainter = (paint, random) => {
  const bend = random.between(-26, 26)
  const middle = (share: number): [number, number] => [bend * Math.sin(share * Math.PI), 82 - share * 180]
  const width = (share: number) => 42 * Math.sin(Math.PI * Math.min(1, 0.06 + share * 0.94)) ** 0.62
  const steps = 16
  const torn = random.shuffled([3, 5, 7, 9, 11, 12]).slice(0, 4)
  const edge = (way: number) => {
    let path = ''
    for (let step = 1; step <= steps; step++) {
      const share = step / steps
      const [x, y] = middle(share)
      const out = step === steps ? 0 : width(share)
      const [cx, cy] = middle(share - 0.5 / steps)
      path += `Q${n(cx + way * width(share - 0.5 / steps) * 1.02, cy, x + way * out, y)}`
      if (torn[way > 0 ? 0 : 1] === step || torn[way > 0 ? 2 : 3] === step) {
        const [ix, iy] = middle(share - 0.03)
        path += `L${n(ix + way * out * 0.3, iy + 5)}L${n(x + way * out * 1.01, y - 5)}`
      }
    }
    return path
  }
  const [footX, footY] = middle(0)
  const side = (way: number) => `M${n(footX, footY)}${edge(way)}Z`
  const lines = Array.from({ length: 15 }, (_, at) => {
    const share = 0.1 + (at / 15) * 0.82
    const [x, y] = middle(share)
    const out = width(Math.min(0.99, share + 0.05)) * 0.88
    return [-1, 1].map((way) => `M${n(x, y)}Q${n(x + way * out * 0.5, y - 3, x + way * out, y - 13)}`).join('')
  }).join('')
  const half = paint.pen === undefined ? toned(paint.leaf, 0.045, 0.95) : paint.leaf
  const rib = `M${n(...middle(0))}Q${n(bend * 1.35, -8, ...middle(0.97))}`
  return (
    stalk(`M${n(footX, footY)}L${n(footX - bend * 0.2, 100)}`, 5, paint) +
    blade(side(-1), paint) +
    blade(side(1), paint, half) +
    veins(lines, 1.1, paint) +
    veins(rib, 3.4, paint)
  )
}

/** Fan palm: blades that radiate from the stalk. */
export const fanPalm: LeafPainter = (paint, random) => {
  const count = 13 + 2 * random.below(2)
  const spread = random.between(205, 250)
  const groups = ['', '']
  let creases = ''
  for (let at = 0; at < count; at++) {
    const turn = (at / (count - 1) - 0.5) * spread + random.between(-2, 2)
    const length = 132 * (0.66 + 0.34 * Math.cos((turn * Math.PI) / 260)) * random.between(0.95, 1.03)
    groups[at % 2] += movedPath(petalPath('pointed', length, 12.5), 0, foot, turn)
    creases += movedPath(`M0 -10L0 ${decimal(-length * 0.82)}`, 0, foot, turn)
  }
  const lighter = paint.pen === undefined ? toned(paint.leaf, 0.05, 0.95) : paint.leaf
  const drawn =
    blade(groups[0] ?? '', paint).replaceAll('evenodd', 'nonzero') +
    blade(groups[1] ?? '', paint, lighter).replaceAll('evenodd', 'nonzero')
  return (
    stalk(`M0 ${foot}Q4 70 ${decimal(random.between(-10, 10))} 99`, 4.6, paint) +
    drawn +
    veins(creases, 1.3, paint) +
    `<path d="${circlePath(0, foot, 5)}" fill="${paint.pen === undefined ? toned(paint.leaf, -0.06) : paint.ink}"/>`
  )
}
