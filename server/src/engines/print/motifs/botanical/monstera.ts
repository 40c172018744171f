import { blade, type LeafPainter, n, stalk, veins } from './leaf-parts.ts'
import { movedPath } from './petals.ts'

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
