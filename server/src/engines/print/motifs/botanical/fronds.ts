import { toned } from '../../colour/oklab.ts'
import { decimal } from '../drawing.ts'
import { blade, type LeafPainter, stalk, veins } from './leaf-parts.ts'
import { circlePath, movedPath, petalPath } from './petals.ts'
import type { LeafPaint } from './sprigs.ts'

const n = (...values: number[]) => values.map(decimal).join(' ')

/** A bent midrib from the foot, 0, to the tip, 1: a place and the way on, in degrees from upright. */
function midrib(bend: number, length = 192): (share: number) => { x: number; y: number; onwards: number } {
  return (share) => ({
    x: bend * (share * share - 0.5),
    y: 97 - share * length,
    onwards: (Math.atan2(2 * bend * share, length) * 180) / Math.PI,
  })
}

const lightSide = ({ leaf, pen }: LeafPaint) => (pen === undefined ? toned(leaf, 0.055, 0.95) : leaf)

function stem(rib: ReturnType<typeof midrib>, until: number): string {
  const [from, middle, to] = [rib(0), rib(until / 2), rib(until)]
  return `M${n(from.x, from.y)}Q${n(2 * middle.x - (from.x + to.x) / 2, 2 * middle.y - (from.y + to.y) / 2, to.x, to.y)}`
}

/** Feather palm: slender leaflets in pairs that lean to the tip. */
export const featherPalm: LeafPainter = (paint, random) => {
  const rib = midrib(random.between(-46, 46))
  const pairs = 14 + random.below(4)
  const sides: [string, string] = ['', '']
  for (let pair = 0; pair < pairs; pair++) {
    const share = 0.17 + (pair / pairs) * 0.8
    const { x, y, onwards } = rib(share)
    const length = 66 * Math.sin(Math.PI * (0.22 + share * 0.72)) ** 0.7
    const open = 66 - share * 38
    sides[0] += movedPath(petalPath('pointed', length, 6.4), x, y, onwards - open + random.between(-4, 4))
    sides[1] += movedPath(petalPath('pointed', length, 6.4), x, y, onwards + open + random.between(-4, 4))
  }
  const tip = rib(0.95)
  sides[0] += movedPath(petalPath('pointed', 30, 5), tip.x, tip.y, tip.onwards)
  return whole(sides[0], paint) + whole(sides[1], paint, lightSide(paint)) + stalk(stem(rib, 0.96), 3, paint)
}

/** Overlapping leaflets fill each other's shape. */
const whole = (path: string, paint: LeafPaint, fill = paint.leaf) => blade(path, paint, fill).replace('evenodd', 'nonzero')

/** Fern: pinnae with scalloped edges, long at the foot and short at the tip. */
export const fern: LeafPainter = (paint, random) => {
  const rib = midrib(random.between(-58, 58))
  const pairs = paint.pen === undefined ? 18 : 12
  const sides: [string, string] = ['', '']
  for (let pair = 0; pair < pairs; pair++) {
    const share = 0.16 + (pair / pairs) * 0.82
    const { x, y, onwards } = rib(share)
    const length = 60 * (1.05 - share) ** 0.8 * Math.min(1, 0.42 + share * 2)
    const open = 72 - share * 26
    const leaf = pinna(length, length * 0.1 + 1.6)
    sides[0] += movedPath(leaf, x, y, onwards - open + random.between(-3, 3))
    sides[1] += movedPath(leaf, x, y, onwards + open + random.between(-3, 3))
  }
  const tip = rib(0.97)
  sides[0] += movedPath(pinna(14, 3), tip.x, tip.y, tip.onwards)
  return whole(sides[0], paint) + whole(sides[1], paint, lightSide(paint)) + stalk(stem(rib, 0.98), 2.4, paint)
}

/** A pinna from 0,0 to 0,-length with five scallops on each side. */
function pinna(length: number, width: number): string {
  const scallops = 5
  const side = (way: number) =>
    Array.from({ length: scallops }, (_, at) => {
      const [from, to] = [at / scallops, (at + 1) / scallops]
      const out = width * (1 - from * 0.72)
      const end = at === scallops - 1 ? 0 : width * (1 - to * 0.72) * 0.42
      return { control: [way * out * 1.5, -length * (from + to * 1.15) * 0.48] as const, to: [way * end, -length * to] as const }
    })
  const up = side(1).map(({ control, to }) => `Q${n(...control, ...to)}`)
  const left = side(-1)
  const down = left.map(({ control }, at) => `Q${n(...control, ...(left[at - 1]?.to ?? ([0, 0] as const)))}`).toReversed()
  return `M0 0${up.join('')}${down.join('')}Z`
}

/** Silver-dollar eucalyptus: round leaves in turn on a bent stem, seeds at some joints. */
export const silverDollar: LeafPainter = (paint, random) => {
  const rib = midrib(random.between(-46, 46))
  const count = 10
  const sides: [string, string] = ['', '']
  let [ribs, berries] = ['', '']
  for (let at = 0; at < count; at++) {
    const share = 0.14 + (at / count) * 0.8
    const { x, y, onwards } = rib(share)
    const way = at % 2 === 0 ? -1 : 1
    const length = 48 * (1.08 - share * 0.52)
    const turn = onwards + way * random.between(46, 68)
    const angle = (turn * Math.PI) / 180
    const [fromX, fromY] = [x + Math.sin(angle) * 6, y - Math.cos(angle) * 6]
    // Leaves that follow each other on one side have the two greens in turn.
    sides[(at >> 1) % 2] += movedPath(petalPath('round', length, length * 0.45), fromX, fromY, turn)
    ribs += movedPath(`M0 6L0 ${decimal(-length * 0.7)}`, fromX, fromY, turn)
    if (at % 3 === 1) berries += circlePath(x - way * 7, y - 8, 3.4) + circlePath(x - way * 12, y - 16, 2.8)
  }
  const tip = rib(0.94)
  sides[0] += movedPath(petalPath('round', 22, 9), tip.x, tip.y, tip.onwards)
  const seeds = paint.pen === undefined ? `<path d="${berries}" fill="${toned(paint.leaf, -0.12)}"/>` : ''
  const blades = whole(sides[0], paint) + whole(sides[1], paint, lightSide(paint))
  return stalk(stem(rib, 0.95), 2.6, paint) + blades + veins(ribs, 1.5, paint) + seeds
}

/** Willow eucalyptus: long leaves that hang in turn from a bent stem. */
export const willowLeaves: LeafPainter = (paint, random) => {
  const rib = midrib(random.between(-50, 50))
  const count = 13
  const sides: [string, string] = ['', '']
  let ribs = ''
  for (let at = 0; at < count; at++) {
    const share = 0.1 + (at / count) * 0.84
    const { x, y, onwards } = rib(share)
    const way = at % 2 === 0 ? -1 : 1
    const length = 72 * (1.1 - share * 0.5)
    const turn = onwards + way * random.between(32, 52)
    sides[at % 2] += movedPath(petalPath('pointed', length, 11), x, y, turn)
    ribs += movedPath(`M0 -4L0 ${decimal(-length * 0.85)}`, x, y, turn)
  }
  const tip = rib(0.94)
  sides[0] += movedPath(petalPath('pointed', 36, 8), tip.x, tip.y, tip.onwards)
  return (
    stalk(stem(rib, 0.95), 2.6, paint) +
    whole(sides[0], paint) +
    whole(sides[1], paint, lightSide(paint)) +
    veins(ribs, 1.4, paint)
  )
}
