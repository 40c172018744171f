import { toned } from '../../colour/oklab.ts'
import { decimal } from '../drawing.ts'
import { blade, type LeafPainter, n, stalk, veins } from './leaf-parts.ts'
import { circlePath, movedPath, petalPath } from './petals.ts'

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

/** Where a fan's blades meet its stalk. */
const foot = 34

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
