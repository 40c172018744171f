import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'

/** A petal's outline: its root at 0,0, its tip at 0,-length. */
type PetalShape = 'round' | 'pointed' | 'notched' | 'heart' | 'strap'

export function petalPath(shape: PetalShape, length: number, width: number): string {
  const n = (...values: number[]) => values.map(decimal).join(' ')
  const [l, w] = [length, width]
  switch (shape) {
    case 'round':
      return `M0 0C${n(-w * 0.5, -l * 0.15)} ${n(-w * 1.15, -l * 0.55)} ${n(-w * 0.82, -l * 0.85)}C${n(-w * 0.55, -l * 1.04)} ${n(w * 0.55, -l * 1.04)} ${n(w * 0.82, -l * 0.85)}C${n(w * 1.15, -l * 0.55)} ${n(w * 0.5, -l * 0.15)} 0 0Z`
    case 'pointed':
      return `M0 0C${n(-w, -l * 0.22)} ${n(-w * 1.02, -l * 0.66)} ${n(0, -l)}C${n(w * 1.02, -l * 0.66)} ${n(w, -l * 0.22)} 0 0Z`
    case 'notched':
      return `M0 0C${n(-w * 0.7, -l * 0.2)} ${n(-w * 1.25, -l * 0.7)} ${n(-w * 0.6, -l * 0.98)}Q${n(-w * 0.25, -l * 1.04)} ${n(-w * 0.16, -l * 0.93)}Q${n(0, -l * 1.02)} ${n(w * 0.16, -l * 0.94)}Q${n(w * 0.25, -l * 1.04)} ${n(w * 0.6, -l * 0.98)}C${n(w * 1.25, -l * 0.7)} ${n(w * 0.7, -l * 0.2)} 0 0Z`
    case 'heart':
      return `M0 0C${n(-w * 0.6, -l * 0.25)} ${n(-w * 1.3, -l * 0.8)} ${n(-w * 0.52, -l)}Q${n(-w * 0.12, -l * 1.04)} ${n(0, -l * 0.86)}Q${n(w * 0.12, -l * 1.04)} ${n(w * 0.52, -l)}C${n(w * 1.3, -l * 0.8)} ${n(w * 0.6, -l * 0.25)} 0 0Z`
    case 'strap':
      return `M0 0C${n(-w * 0.55, -l * 0.3)} ${n(-w * 1.1, -l * 0.7)} ${n(-w * 0.78, -l * 0.94)}Q${n(0, -l * 1.05)} ${n(w * 0.78, -l * 0.94)}C${n(w * 1.1, -l * 0.7)} ${n(w * 0.55, -l * 0.3)} 0 0Z`
  }
}

/**
 * Path data moved: turned by `turn` degrees round 0,0, then shifted. All its commands must be absolute and take pairs, as a
 * petal's do. Many shapes of one colour in one path are drawn several times as fast as each by itself.
 */
export function movedPath(path: string, x: number, y: number, turn: number, scale = 1): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180) * scale, Math.sin((turn * Math.PI) / 180) * scale]
  return path.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, first: string, second: string) => {
    const [px, py] = [Number(first), Number(second)]
    return `${decimal(x + px * cos - py * sin)} ${decimal(y + px * sin + py * cos)}`
  })
}

/** A circle as path data. */
export const circlePath = (x: number, y: number, radius: number) =>
  `M${decimal(x - radius)} ${decimal(y)}a${decimal(radius)} ${decimal(radius)} 0 1 0 ${decimal(2 * radius)} 0a${decimal(radius)} ${decimal(radius)} 0 1 0 ${decimal(-2 * radius)} 0Z`

interface Ring {
  shape: PetalShape
  count: number
  length: number
  width: number
  fill: string
  /** Degrees by which the first petal is turned. */
  turn?: number
  /** The colour of fine lines from the root, as a drawing's hatching. */
  veins?: string
  /** The colour of an outline that parts overlapping petals. */
  edge?: string
  /** Width of outlines; veins are half as wide. */
  pen?: number
}

/** Petals round a middle, each a little its own. Every other one lies on its neighbours, so that few paths hold them all. */
export function ring({ shape, count, length, width, fill, turn = 0, veins, edge, pen = 2.2 }: Ring, random: Random): string {
  const petal = petalPath(shape, length, width)
  const lines = veins ? veinsPath(length, width) : ''
  const outline = edge ? ` stroke="${edge}" stroke-width="${pen}" stroke-linejoin="round"` : ''
  const layers = [below(), below(), below()]
  for (let at = 0; at < count; at++) {
    const angle = (at / count) * 360 + turn + random.between(-4, 4)
    const size = random.between(0.94, 1.06)
    // Of an odd number the last would touch the first.
    const layer = layers[at === count - 1 && count % 2 === 1 ? 2 : at % 2]
    if (!layer) continue
    layer.petals += movedPath(petal, 0, 0, angle, size)
    layer.veins += movedPath(lines, 0, 0, angle, size)
  }
  return layers
    .filter(({ petals }) => petals !== '')
    .map(
      (layer) =>
        `<path d="${layer.petals}" fill="${fill}"${outline}/>${veins ? `<path d="${layer.veins}" fill="none" stroke="${veins}" stroke-width="${pen * 0.6}" stroke-linecap="round" stroke-opacity=".7"/>` : ''}`,
    )
    .join('')
}

const below = () => ({ petals: '', veins: '' })

function veinsPath(length: number, width: number): string {
  const n = (...values: number[]) => values.map(decimal).join(' ')
  const line = (x: number, from: number, to: number) =>
    `M${n(x * 0.25, -length * from)}Q${n(x * 0.8, (-length * (from + to)) / 2, x, -length * to)}`
  return line(0, 0.3, 0.78) + line(-width * 0.42, 0.3, 0.66) + line(width * 0.42, 0.3, 0.66)
}

/** Seeds in a sunflower's spiral: the golden angle keeps them evenly apart. */
export function seeds(count: number, spacing: number, radius: number, fill: string): string {
  const path = Array.from({ length: count }, (_, at) => {
    const reach = spacing * Math.sqrt(at + 0.5)
    const angle = at * 2.39996
    return circlePath(reach * Math.cos(angle), reach * Math.sin(angle), radius)
  })
  return `<path d="${path.join('')}" fill="${fill}"/>`
}

/** Stamens: threads with a head each, round the middle. */
export function stamens(count: number, reach: number, fill: string, random: Random): string {
  let [threads, heads] = ['', '']
  for (let at = 0; at < count; at++) {
    const angle = ((at + random.between(-0.2, 0.2)) / count) * Math.PI * 2
    const long = reach * random.between(0.82, 1.08)
    const [x, y] = [Math.cos(angle) * long, Math.sin(angle) * long]
    threads += `M0 0L${decimal(x)} ${decimal(y)}`
    heads += circlePath(x, y, 3.4)
  }
  return `<path d="${threads}" stroke="${fill}" stroke-width="1.8"/><path d="${heads}" fill="${fill}"/>`
}

export const disc = (radius: number, fill: string) => `<circle r="${decimal(radius)}" fill="${fill}"/>`
