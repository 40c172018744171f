import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { asLine, inksFor } from './inks.ts'
import { archPath, discPath, filled, type Point, polygonPath, ringOf } from './paths.ts'

/** A motif of radius 50 about 0,0, in rows `height` apart of which each covers the foot of the one above. Lines of `line` on `field`. */
interface Deco {
  height: number
  draw: (field: string, line: string, accent: string, weight: number, random: Random) => string
}

const origin: Point = { x: 0, y: 0 }
const polar = (angle: number, reach: number): Point => ({ x: Math.sin(angle) * reach, y: -Math.cos(angle) * reach })

/** Rays between two radii, all round 0,0. */
function rays(count: number, from: number, to: number, share: number, colour: string): string {
  const half = (Math.PI / count) * share
  const wedges = Array.from({ length: count }, (_, at) => {
    const angle = ((at + 0.5) / count) * 2 * Math.PI
    return polygonPath([polar(angle - half, from), polar(angle - half, to), polar(angle + half, to), polar(angle + half, from)])
  })
  return filled(wedges.join(''), colour)
}

const disc = (radius: number, colour: string) => filled(discPath(origin, radius), colour)

/** A line round 0,0. */
const rim = (radius: number, width: number, colour: string) => ringOf(origin, radius + width / 2, radius - width / 2, colour)

/** Fans that overlap like scales: an outer band, fine rays, an inner shell. */
const fans: Deco = {
  height: 50,
  draw: (field, line, accent, weight, random) => {
    const count = random.pick(24, 32, 40)
    const w = 1.5 * weight
    return [
      disc(50.3, field),
      rim(49, w, line),
      rim(45.5, w * 0.5, line),
      rays(count, 26, 43, 0.5, line),
      disc(26.5, field),
      rim(25, w, line),
      disc(20, accent),
      rays(16, 7, 20, 0.22, field),
    ].join('')
  },
}

/** Suns whose rays run to the rim. */
const sunburst: Deco = {
  height: 62,
  draw: (field, line, accent, weight, random) => {
    const count = random.pick(18, 22, 26)
    const share = Math.min(0.75, 0.5 * weight)
    return [
      disc(50.3, field),
      rays(count, 16, 48.5, share, line),
      rim(49.2, 1.6, line),
      disc(19, field),
      disc(15.5, accent),
      disc(9, field),
      disc(5.5, line),
    ].join('')
  },
}

/** Arches within arches. */
const arches: Deco = {
  height: 62.5,
  draw: (field, line, accent, weight, random) => {
    const count = random.pick(4, 5, 6)
    const arch = (r: number, colour: string) => filled(archPath(r, 80), colour)
    const band = 50 / count
    const thick = band * Math.min(0.8, 0.5 * weight)
    return Array.from({ length: count }, (_, at) => {
      const outer = 50.3 - at * band
      const colour = at === count - 1 || at === 1 ? accent : line
      return arch(outer, field) + arch(outer - (band - thick) / 2, colour) + arch(outer - (band + thick) / 2, field)
    }).join('')
  },
}

const decos: readonly [Deco, ...Deco[]] = [fans, arches, sunburst, fans, arches]

/** Art deco: fans, sunbursts and arches in fine lines, a bright accent in each. */
export const artDeco: Generator = (brief, colours, random, frame) => {
  const deco = random.inTurn(...decos)
  const inks = inksFor(brief, colours, 1, random.inTurn(2, 3, 1, 2, 3)).map((ink) => asLine(ink, brief, colours))
  const columns = Math.max(1, Math.min(12, Math.round(random.inTurn(5, 4, 6, 3, 8) / (brief.scale ?? 1))))
  const width = side / columns
  const step = Math.max(2, inks.length > 2 ? inks.length * 2 : 2)
  const rows = Math.max(step, step * Math.round(side / ((width * deco.height) / 100) / step))
  const scale = (width / 100).toFixed(4)
  const groups = inks.map((ink, at) => {
    const accent = inks[(at + 1) % inks.length] ?? ink
    return `<g id="d${at}"><g transform="scale(${scale})">${deco.draw(colours.ground, ink, accent, Math.min(1.5, brief.density ?? 1), random)}</g></g>`
  })
  const leading = inks.length > 2 ? inks.length : 1
  const places = Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns)
    const x = ((at % columns) + (row % 2) / 2 + 0.25) * width
    return placesInFrame(frame, x, ((row + 0.5) * side) / rows, width).map((place) => ({ ...place, ink: row % leading }))
  }).flat()
  // Each row covers the foot of the one above it.
  places.sort((p, q) => p.y - q.y || p.x - q.x)
  const shapes = places.map(({ x, y, ink }) => `<use href="#d${ink}" x="${decimal(x)}" y="${decimal(y)}"/>`).join('')
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes, groups.slice(0, leading).join('')) }
}
