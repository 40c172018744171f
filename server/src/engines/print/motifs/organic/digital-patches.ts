import type { Random } from '../../random.ts'
import { decimal, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { type Field, valueAt } from './field.ts'
import { gradientNoise } from './noise.ts'

/** The svg of patches broken into squares, small ones among larger, as camouflage printed by computer is. */
export function digitalPatches(
  ground: string,
  patches: readonly string[],
  fields: readonly Field[],
  levels: readonly number[],
  scale: number,
  random: Random,
  frame: Frame,
): string {
  const n = scale >= 1.7 ? 64 : scale > 0.6 ? 128 : 256
  const coarse = gradientNoise(random, n / 8)
  const onTop = new Int8Array(n * n)
  for (let row = 0, at = 0; row < n; row++) {
    for (let column = 0; column < n; column++, at++) {
      // Where the second field is high squares join in twos across and down.
      const block = coarse(column / n, row / n) > 0.12 ? 2 : 1
      const x = (Math.floor(column / (2 * block)) * 2 * block + block) / n
      const y = (Math.floor(row / block) * block + block / 2) / n
      const stray = random.next() * 0.09
      fields.forEach((field, patch) => {
        if (valueAt(field, x, y) + stray > (levels[patch] ?? 0) + 0.045) onTop[at] = patch + 1
      })
    }
  }
  const shapes = patches.map((hex, patch) => `<path d="${runsOf(onTop, n, patch + 1, frame)}" fill="${hex}"/>`)
  return svgDocument(frame, ground, `<g shape-rendering="crispEdges">${shapes.join('')}</g>`)
}

/** The path of all squares of one colour, neighbours in a row as one. The repeat is cut through the middle of a square. */
function runsOf(onTop: Int8Array, n: number, colour: number, { repeats, phase: cut }: Frame): string {
  const cell = side / n
  const phase = { x: cut.x + cell / 2, y: cut.y + cell / 2 }
  const firstColumn = Math.floor(phase.x / cell)
  const firstRow = Math.floor(phase.y / cell)
  const count = n * repeats + 1
  let path = ''
  for (let row = firstRow; row < firstRow + count; row++) {
    const line = (row & (n - 1)) * n
    let begun = -1
    for (let column = firstColumn; column <= firstColumn + count; column++) {
      const inside = column < firstColumn + count && onTop[line + (column & (n - 1))] === colour
      if (inside && begun < 0) begun = column
      if (inside || begun < 0) continue
      path += `M${decimal(begun * cell - phase.x)} ${decimal(row * cell - phase.y)}h${(column - begun) * cell}v${cell}h${(begun - column) * cell}z`
      begun = -1
    }
  }
  return path
}
