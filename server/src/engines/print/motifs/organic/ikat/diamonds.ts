import type { Random } from '../../../random.ts'
import { side } from '../../frame.ts'
import { filled, polygonPath } from '../../geometry/paths.ts'
import { cartoonOf, type Dyes, diamond, laid, ringAt } from './cartoon.ts'

/** Diamonds within diamonds in a half-drop, hooked at their sides, small ones where four of them meet. */
export function diamondCartoon(dyes: Dyes, scale: number, density: number, random: Random): string {
  const columns = 2 * Math.max(1, Math.round(1.5 / scale))
  const rows = Math.max(1, Math.round(columns * random.between(0.55, 0.8)))
  const [cellX, cellY] = [side / columns, side / rows]
  const fill = Math.min(0.98, 0.86 * Math.sqrt(density))
  const [width, height] = [cellX * fill, (cellY / 2) * fill]
  const motif = nested(width, height, dyes, random)
  const small = nestedSmall(cellX * 0.2, cellY * 0.13, dyes)
  const [startX, startY] = [random.next() * cellX, random.next() * cellY]
  const shapes = []
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const place = { x: startX + column * cellX, y: startY + (row + (column % 2) / 2) * cellY }
      shapes.push(laid(motif, place, width * 1.4, height * 1.4))
      shapes.push(laid(small, { x: place.x, y: place.y + cellY / 2 }, cellX * 0.4, cellY * 0.4))
    }
  }
  return cartoonOf(dyes, shapes.join(''))
}

function nested(width: number, height: number, dyes: Dyes, random: Random): string {
  const rings = Math.max(4, dyes.rings.length + 1)
  const steps = random.pick(0, 5, 7)
  const hooked = random.chance(0.6)
  const shapes: string[] = []
  for (let ring = 0; ring < rings; ring++) {
    // Rings stand a little apart by the ground, every second one narrow, as dyers set off one bath from the next.
    const share = 0.74 * (1 - ring / (rings + 0.3)) ** 1.1
    const colour = ringAt(dyes, ring)
    if (ring === 0 && hooked) shapes.push(hooks(width * share, height * share, colour))
    shapes.push(diamond(width * share, height * share, steps, colour))
    if (ring % 2 === 0 && ring < rings - 2) shapes.push(diamond(width * share * 0.86, height * share * 0.86, steps, dyes.ground))
  }
  shapes.push(diamond(width * 0.05, height * 0.07, 0, dyes.ground))
  return shapes.join('')
}

/** Pairs of hooks like a ram's horns, standing out at both sides, above and below. */
function hooks(width: number, height: number, colour: string): string {
  const horn = (sx: number, sy: number) => {
    const [w, h] = [width * sx, height * sy]
    return filled(
      polygonPath([
        { x: w * 0.42, y: h * 0.5 },
        { x: w * 0.86, y: h * 0.62 },
        { x: w * 0.98, y: h * 0.42 },
        { x: w * 1.12, y: h * 0.6 },
        { x: w * 0.94, y: h * 0.84 },
        { x: w * 0.36, y: h * 0.72 },
      ]),
      colour,
    )
  }
  return horn(1, 1) + horn(-1, 1) + horn(1, -1) + horn(-1, -1)
}

function nestedSmall(width: number, height: number, dyes: Dyes): string {
  return (
    diamond(width, height, 3, ringAt(dyes, 1)) +
    diamond(width * 0.55, height * 0.55, 0, dyes.ground) +
    diamond(width * 0.3, height * 0.3, 0, ringAt(dyes, 0))
  )
}
