import { decimal } from '../drawing.ts'

export interface Point {
  x: number
  y: number
}

/** By a square root, which is the same on every machine; `Math.hypot` need not be. */
export function distance(p: Point, q: Point): number {
  const [dx, dy] = [p.x - q.x, p.y - q.y]
  return Math.sqrt(dx * dx + dy * dy)
}

const hundredth = (value: number) => Math.round(value * 100) / 100

export const polygonPath = (points: readonly Point[]) => (points.length < 3 ? '' : `${linePath(points)}Z`)

export const linePath = (points: readonly Point[]) => `M${points.map(({ x, y }) => `${hundredth(x)} ${hundredth(y)}`).join('L')}`

/** Arcs of a circle by their ends. Short arcs are drawn alike wherever an edge of the picture cuts them. */
const arcEnds = (count: number): Point[] =>
  Array.from({ length: count }, (_, at) => ({ x: Math.cos((at * 2 * Math.PI) / count), y: Math.sin((at * 2 * Math.PI) / count) }))
const [fine, coarse] = [arcEnds(16), arcEnds(8)]

export function discPath({ x, y }: Point, radius: number): string {
  const r = decimal(radius)
  const ends = radius > 24 ? fine : coarse
  const [first = '', ...others] = ends.map((end) => `${(x + end.x * radius).toFixed(2)} ${(y + end.y * radius).toFixed(2)}`)
  return `M${first}A${[...others, first].map((on) => `${r} ${r} 0 0 1 ${on}`).join(' ')}Z`
}

/** A half circle over 0,0 on straight legs that go down to `foot`. */
export function archPath(radius: number, foot: number): string {
  const r = decimal(radius)
  const over = fine
    .slice(8)
    .concat(fine.slice(0, 1))
    .map(({ x, y }) => `${(x * radius).toFixed(2)} ${(y * radius).toFixed(2)}`)
  const [first = '', ...others] = over
  return `M-${r} ${decimal(foot)}L${first}A${others.map((end) => `${r} ${r} 0 0 1 ${end}`).join(' ')}L${r} ${decimal(foot)}Z`
}

/** A ring between two radii. */
export const ringOf = (at: Point, outer: number, inner: number, colour: string) =>
  `<path d="${discPath(at, outer)}${discPath(at, inner)}" fill-rule="evenodd" fill="${colour}"/>`

export const filled = (path: string, colour: string) => (path ? `<path d="${path}" fill="${colour}"/>` : '')

export const stroked = (path: string, colour: string, width: number, more = '') =>
  path ? `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${decimal(width)}"${more}/>` : ''

/** How far the areas of a mosaic reach under or over their neighbours, in drawing units: no ground shows in the joints. */
const joint = 0.8

/** Path data gathered by colour, drawn in the order in which the colours first came: one path a colour draws fastest. */
export class Inked {
  private readonly paths = new Map<string, string[]>()

  add(colour: string, path: string): void {
    const gathered = this.paths.get(colour)
    if (gathered) gathered.push(path)
    else this.paths.set(colour, [path])
  }

  /** Areas apart from each other. */
  areas(): string {
    return this.drawn((colour, path) => filled(path, colour))
  }

  /** Areas that touch: each a little larger than it is. */
  mosaic(): string {
    return this.drawn(
      (colour, path) => `<path d="${path}" fill="${colour}" stroke="${colour}" stroke-width="${joint}" stroke-linejoin="round"/>`,
    )
  }

  private drawn(draw: (colour: string, path: string) => string): string {
    return [...this.paths].map(([colour, paths]) => draw(colour, paths.join(''))).join('')
  }
}
