import type { Random } from '../../../random.ts'
import { side } from '../../frame.ts'
import { filled, polygonPath } from '../../geometry/paths.ts'
import { cartoonOf, type Dyes, diamond, laid, oval, ringAt } from './cartoon.ts'

/** Large round medallions with combs and almonds, as silk adras wears them, in a half-drop with slim trees between. */
export function medallionCartoon(dyes: Dyes, scale: number, density: number, random: Random): string {
  const columns = 2 * Math.max(1, Math.round(1 / scale))
  const rows = Math.max(1, Math.round(columns * 0.75))
  const [cellX, cellY] = [side / columns, side / rows]
  const [width, height] = [cellX * 0.45 * Math.min(1.08, Math.sqrt(density)), cellY * 0.4 * Math.min(1.08, Math.sqrt(density))]
  const motif = medallion(width, height, dyes, random)
  const tree = treeBetween(cellX * 0.13, cellY * 0.4, dyes)
  const almond = [ringAt(dyes, 2), dyes.ground, ringAt(dyes, 0)]
    .map((hex, at) => diamond(cellX * 0.085 * (1 - at / 3), cellY * 0.15 * (1 - at / 3), 0, hex))
    .join('')
  const [startX, startY] = [random.next() * cellX, random.next() * cellY]
  const shapes = []
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const place = { x: startX + column * cellX, y: startY + (row + (column % 2) / 2) * cellY }
      shapes.push(laid(motif, place, width * 1.3, height * 1.4))
      shapes.push(laid(tree, { x: place.x, y: place.y + cellY / 2 }, cellX * 0.3, cellY * 0.5))
      for (const at of [0.25, 0.75])
        shapes.push(laid(almond, { x: place.x + cellX / 2, y: place.y + at * cellY }, cellX * 0.2, cellY * 0.3))
    }
  }
  return cartoonOf(dyes, shapes.join(''))
}

function medallion(width: number, height: number, dyes: Dyes, random: Random): string {
  const rings = Math.max(4, dyes.rings.length)
  const lobes = random.pick(0, 8, 10)
  const shapes: string[] = [comb(width, height, ringAt(dyes, 1), random.pick(12, 16))]
  for (let ring = 0; ring < rings; ring++) {
    const share = 0.9 * (1 - ring / (rings + 0.6))
    const colour = ringAt(dyes, ring)
    shapes.push(
      lobes > 0 && ring < 2 ? lobed(width * share, height * share, lobes, colour) : oval(width * share, height * share, colour),
    )
    if (ring % 2 === 0 && ring < rings - 2) shapes.push(oval(width * share * 0.84, height * share * 0.84, dyes.ground))
  }
  const seed = 0.09
  shapes.push(diamond(width * seed, height * seed * 2.2, 0, dyes.ground))
  for (const turn of [-1, 1]) shapes.push(oval(width * 0.06, height * 0.09, ringAt(dyes, rings), turn * width * 0.56, 0))
  return shapes.join('')
}

/** Teeth round a medallion, longest above and below where dye runs along the warp. */
function comb(width: number, height: number, colour: string, teeth: number): string {
  const points = Array.from({ length: teeth * 2 }, (_, at) => {
    const angle = (at / (teeth * 2)) * 2 * Math.PI
    const reach = at % 2 === 0 ? 1.12 : 0.86
    return { x: Math.sin(angle) * width * (at % 2 === 0 ? 1.04 : 0.86), y: -Math.cos(angle) * height * reach }
  })
  return filled(polygonPath(points), colour)
}

function lobed(width: number, height: number, lobes: number, colour: string): string {
  const points = Array.from({ length: lobes * 8 }, (_, at) => {
    const turn = at / (lobes * 8)
    const swell = 0.92 + 0.08 * Math.abs(Math.sin(Math.PI * lobes * turn))
    return { x: Math.sin(2 * Math.PI * turn) * width * swell, y: -Math.cos(2 * Math.PI * turn) * height * swell }
  })
  return filled(polygonPath(points), colour)
}

/** A slim tree of almonds one above another. */
function treeBetween(width: number, height: number, dyes: Dyes): string {
  const almonds = [-0.62, 0, 0.62].map((at, order) => {
    const tall = order === 1 ? 0.42 : 0.3
    const leaf = (share: number, colour: string) =>
      `<g transform="translate(0 ${(at * height).toFixed(1)})">${diamond(width * share * (order === 1 ? 1 : 0.72), height * tall * share, 0, colour)}</g>`
    return leaf(1, ringAt(dyes, 0)) + leaf(0.68, dyes.ground) + leaf(0.42, ringAt(dyes, 2))
  })
  return almonds.join('')
}
