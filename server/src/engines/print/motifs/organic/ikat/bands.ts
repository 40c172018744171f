import type { Random } from '../../../random.ts'
import { side } from '../../frame.ts'
import { filled, polygonPath } from '../../geometry/paths.ts'
import { cartoonOf, type Dyes, diamond, laid, ringAt } from './cartoon.ts'

/** Bands along the warp: arrows, lozenges and zigzags between plain stripes. */
export function bandCartoon(dyes: Dyes, scale: number, random: Random): string {
  const bands = Math.max(2, Math.round(4 / scale))
  const width = side / bands
  const kinds = random.shuffled([arrows, lozenges, zigzag, arrows])
  const shapes: string[] = []
  // The repeat begins in a band's plain part; the band before the first is the last one.
  for (let from = -1; from < bands; from++) {
    const band = (from + bands) % bands
    const left = (from + 0.24) * width
    const bar = (from: number, to: number, colour: string) =>
      `<rect x="${(left + from * width).toFixed(1)}" y="0" width="${((to - from) * width).toFixed(1)}" height="${side}" fill="${colour}"/>`
    const [edge, line] = [ringAt(dyes, band), ringAt(dyes, band + 1)]
    shapes.push(bar(0, 0.16, edge), bar(0.055, 0.075, dyes.ground), bar(0.2, 0.22, line), bar(0.96, 0.98, line))
    const draw = kinds[band % 2] ?? lozenges
    shapes.push(draw(left + width * 0.59, width * 0.32, dyes, band))
  }
  return cartoonOf(dyes, shapes.join(''))
}

type DrawBand = (middle: number, half: number, dyes: Dyes, order: number) => string

/** How many motifs as tall as `height` fill the repeat. */
const along = (height: number) => Math.max(1, Math.round(side / height))

const arrows: DrawBand = (middle, half, dyes, order) => {
  const count = along(half * 1.15)
  const step = side / count
  const arrow = (thick: number, colour: string) =>
    filled(
      polygonPath([
        { x: -half, y: step * 0.42 },
        { x: 0, y: -step * 0.36 },
        { x: half, y: step * 0.42 },
        { x: half, y: step * (0.42 + thick) },
        { x: 0, y: step * (thick - 0.36) },
        { x: -half, y: step * (0.42 + thick) },
      ]),
      colour,
    )
  return Array.from({ length: count }, (_, at) =>
    laid(arrow(0.6, ringAt(dyes, order + at)), { x: middle, y: at * step }, half, step * 1.4),
  ).join('')
}

const lozenges: DrawBand = (middle, half, dyes, order) => {
  const count = along(half * 2.4)
  const step = side / count
  const rings = Math.max(3, dyes.rings.length)
  const lozenge = Array.from({ length: rings }, (_, ring) => {
    const share = 1 - ring / rings
    const inner = ring % 2 === 1 && ring < rings - 1 ? diamond(half * share * 0.8, (step / 2) * share * 0.8, 0, dyes.ground) : ''
    return diamond(half * share, (step / 2) * share * 0.96, 0, ringAt(dyes, order + ring)) + inner
  }).join('')
  return Array.from({ length: count }, (_, at) => laid(lozenge, { x: middle, y: (at + 0.5) * step }, half, step)).join('')
}

const zigzag: DrawBand = (middle, half, dyes, order) => {
  const count = 2 * along(half * 2)
  const step = side / count
  return dyes.rings
    .slice(0, 3)
    .map((_, line) => {
      const points: string[] = []
      for (let at = -1; at <= count + 1; at++) {
        const swing = (at & 1 ? 1 : -1) * half * 0.55 + (line - 1) * half * 0.42
        points.push(`${(middle + swing).toFixed(1)} ${(at * step).toFixed(1)}`)
      }
      return `<path d="M${points.join('L')}" fill="none" stroke="${ringAt(dyes, order + line)}" stroke-width="${(half * 0.26).toFixed(1)}"/>`
    })
    .join('')
}
