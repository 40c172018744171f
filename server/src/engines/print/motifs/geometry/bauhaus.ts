import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { differing, inksFor } from './inks.ts'
import { discPath, filled } from './paths.ts'

/** What stands in a square of 100 about 0,0: in one colour on another, and a third for its eye. */
type Figure = (on: string, eye: string) => string

const quarter = (r: number) => `M-50 50V${50 - r}A${r} ${r} 0 0 1 ${r - 50} 50Z`
const half = (r: number) => `M-50 ${r}A${r} ${r} 0 0 0 -50 ${-r}Z`

const figures: readonly [Figure, ...Figure[]] = [
  (on) => filled(quarter(100), on),
  (on, eye) => filled(quarter(100), on) + filled(quarter(50), eye),
  (on) => filled(`${half(50)}M0 50A50 50 0 0 0 0 -50Z`, on),
  (on, eye) => filled(discPath({ x: 0, y: 0 }, 50), on) + filled(discPath({ x: 0, y: 0 }, 22), eye),
  (on) => filled('M-50 -50A100 100 0 0 1 50 50A100 100 0 0 1 -50 -50Z', on),
  (on) => filled('M-50 50L50 50L50 -50Z', on),
  (on, eye) => filled(quarter(100), on) + filled(quarter(72), eye) + filled(quarter(44), on),
  (on) => filled(`${half(50)}M50 -50A50 50 0 0 0 50 50Z`, on),
  (on) => filled('M-50 -50H50V-16.7H-50ZM-50 16.7H50V50H-50Z', on),
  (on, eye) => filled(half(50), on) + filled('M50 50A50 50 0 0 0 0 0A50 50 0 0 0 50 -50Z', eye),
]

/** Families of figures that live well together. */
const families: readonly [readonly number[], ...(readonly number[])[]] = [
  [0, 1, 3, 4, 2],
  [0],
  [2, 7, 9, 3],
  [6, 1, 0, 4],
  [5, 0, 8, 3, 4],
]

/** Squares with quarter circles, halves and leaves, in the manner of the Bauhaus. */
export const bauhaus: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 2, random.inTurn(4, 3, 5, 2, 4))
  const palette = [colours.ground, ...inks]
  const across = Math.max(2, 2 * Math.round(random.inTurn(6, 8, 4, 6, 10) / 2 / (brief.scale ?? 1)))
  const family = random.inTurn(...families)
  const place = (column: number, row: number) => ((row + across) % across) * across + ((column + across) % across)
  const besides = (at: number) => {
    const [column, row] = [at % across, Math.floor(at / across)]
    return [place(column - 1, row), place(column + 1, row), place(column, row - 1), place(column, row + 1)]
  }
  const backs = differing(across * across, palette.length, besides, random)
  const squares = backs.map((back, at) => {
    const [on, eye] = othersThan(back, palette, random)
    const figure = figures[family[random.below(family.length)] ?? 0]
    const turn = random.below(4) * 90
    const [column, row] = [stretch(at % across, across), stretch(Math.floor(at / across), across)]
    return placesInFrame(frame, column.middle, row.middle, Math.max(column.length, row.length))
      .map(({ x, y }) => {
        const transform = `translate(${x} ${y}) scale(${column.length / 100} ${row.length / 100}) rotate(${turn})`
        const ground = back === 0 ? '' : filled('M-50 -50H50V50H-50Z', palette[back] ?? '')
        return `<g transform="${transform}">${ground}${figure?.(on, eye) ?? ''}</g>`
      })
      .join('')
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, squares.join('')) }
}

/** A square's place along a side of the repeat. It begins and ends on whole units, so that no hairline shows between neighbours. */
function stretch(at: number, across: number): { middle: number; length: number } {
  const edge = (index: number) => Math.round(((index - 0.25) * side) / across)
  return { middle: (edge(at) + edge(at + 1)) / 2, length: edge(at + 1) - edge(at) }
}

/** Two colours other than the square's own, the same one where there is no third. */
function othersThan(back: number, palette: readonly string[], random: Random): [string, string] {
  const [on = '', eye = palette[back] ?? ''] = random.shuffled(palette.filter((_, at) => at !== back))
  return [on, eye]
}
