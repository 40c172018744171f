import { toned } from '../colour/oklab.ts'
import type { Random } from '../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from './drawing.ts'
import type { Frame } from './frame.ts'
import { type PackingLevel, packed } from './packing.ts'

/** Terrazzo: stone chips of many sizes, broken and ground flat, scattered in a coloured cement. */
export const terrazzo: Generator = (brief, colours, random, frame) => {
  const scale = brief.scale ?? random.pick(0.75, 1, 1.3)
  const palette = brief.colours.length > 1 ? colours.main.slice(0, Math.max(3, brief.colours.length)) : colours.main
  const chips = packed(levelsFor(scale, brief.density ?? 1, random), 'toss', random)
  const shapes = chips.map((chip) => {
    const hex = palette[Math.floor(chip.choice ** 1.3 * palette.length)] ?? colours.ink
    const stone = toned(hex, (random.next() - 0.5) * 0.045)
    const shape = chipPath(chip.radius, random)
    return drawChip(shape, stone, chip.x, chip.y, chip.radius * 1.3, frame)
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join('')) }
}

function levelsFor(scale: number, density: number, random: Random): PackingLevel[] {
  const few = random.chance(0.35)
  const gap = 1.02 / Math.sqrt(density)
  const level = (name: string, radius: number, most: number, spread: number): PackingLevel => ({
    name,
    radius: radius * scale,
    spread,
    most: Math.ceil((most * density) / (scale * scale)),
    gap,
  })
  return few
    ? [level('large', 62, 34, 0.5), level('medium', 34, 60, 0.5), level('small', 13, 260, 0.7), level('grit', 5, 420, 0.6)]
    : [level('large', 88, 11, 0.35), level('medium', 48, 44, 0.5), level('small', 24, 130, 0.6), level('grit', 9, 420, 0.7)]
}

/** A convex, irregular stone: corners on a squeezed circle at uneven angles, its edges hardly rounded. */
function chipPath(radius: number, random: Random): string {
  const corners = 5 + random.below(4)
  const squeeze = random.between(0.62, 1)
  const turn = random.next() * Math.PI * 2
  const points = Array.from({ length: corners }, (_, at) => {
    const angle = ((at + random.between(-0.32, 0.32)) / corners) * Math.PI * 2
    const reach = radius * random.between(0.94, 1.16)
    const x = Math.cos(angle) * reach
    const y = Math.sin(angle) * reach * squeeze
    return { x: x * Math.cos(turn) - y * Math.sin(turn), y: x * Math.sin(turn) + y * Math.cos(turn) }
  })
  return roundedPolygon(points, 0.14)
}

/** The polygon with each corner cut by a curve that begins at `share` of the sides. */
function roundedPolygon(points: { x: number; y: number }[], share: number): string {
  const path = points.map((corner, at) => {
    const before = points.at(at - 1) ?? corner
    const after = points[(at + 1) % points.length] ?? corner
    const towards = (other: { x: number; y: number }) =>
      `${decimal(corner.x + (other.x - corner.x) * share)} ${decimal(corner.y + (other.y - corner.y) * share)}`
    return `${at === 0 ? 'M' : 'L'}${towards(before)}Q${decimal(corner.x)} ${decimal(corner.y)} ${towards(after)}`
  })
  return `${path.join('')}Z`
}

function drawChip(path: string, colour: string, x: number, y: number, reach: number, frame: Frame): string {
  return placesInFrame(frame, x, y, reach)
    .map((place) => `<path transform="translate(${decimal(place.x)} ${decimal(place.y)})" d="${path}" fill="${colour}"/>`)
    .join('')
}
