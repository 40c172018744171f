import { toned } from '../colour/oklab.ts'
import { type Brief, motifStyles } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { areaOf, brokenOutline, cellsOf, inset, reachOf, shattered } from './cells.ts'
import { type Generator, placesInFrame, svgDocument } from './drawing.ts'
import { side } from './frame.ts'
import { inksFor } from './geometry/inks.ts'
import { Inked, type Point, polygonPath } from './geometry/paths.ts'
import { type PackingLevel, packed } from './packing.ts'
import { inSmallRepeats } from './small-repeats.ts'
import { styleAmong } from './style.ts'

/** A chip: its outline relative to a place. */
interface Chip {
  x: number
  y: number
  outline: Point[]
}

/** Terrazzo: stone chips of many sizes, broken and ground flat, in a coloured cement; no chip lies on another. */
export const terrazzo: Generator = inSmallRepeats((brief, colours, random, frame) => {
  const style = styleAmong(motifStyles.terrazzo, brief.style, random)
  const inks = inksFor(brief, colours, 3, random.inTurn(5, 4, 3, 5, 4))
  const made = style === 'bold' ? slabs(brief, random) : scatteredChips(style, brief, random)
  const chips = new Inked()
  for (const { x, y, outline } of made) {
    // One stone of a kind is a little lighter or deeper than the next.
    const stone = toned(inks[Math.floor(random.next() ** 1.25 * inks.length)] ?? colours.ink, (random.below(3) - 1) * 0.018)
    for (const place of placesInFrame(frame, x, y, reachOf(outline))) {
      chips.add(stone, polygonPath(outline.map((corner) => ({ x: corner.x + place.x, y: corner.y + place.y }))))
    }
  }
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, chips.areas()) }
})

/** Chips poured into cement: packed by size, each broken in its own way. */
function scatteredChips(style: 'classic' | 'fine', brief: Brief, random: Random): Chip[] {
  const sites = packed(levelsFor(style, brief, random), 'toss', random)
  const joint = ((style === 'fine' ? 3.5 : 7) * Math.sqrt(brief.scale ?? 1)) / (brief.density ?? 1)
  const outlines = cellsOf(sites, joint, ({ radius }) =>
    brokenOutline(radius, 3 + random.below(4), random.between(0.6, 1), random),
  )
  return sites.flatMap(({ x, y }, at) => {
    const outline = outlines[at] ?? []
    return outline.length < 3 ? [] : [{ x, y, outline }]
  })
}

/** Slabs broken where they lie, as in a Venetian floor: the cracks between large and small pieces are the cement. */
function slabs({ scale, density }: Brief, random: Random): Chip[] {
  const size = (scale ?? 1) * random.inTurn(1, 0.8, 1.2, 0.7, 0.9)
  const sites = packed([{ name: 'slab', radius: 190 * size, spread: 0.5, most: 200, gap: 0.85 }], 'toss', random)
  const far = side
  const square: Point[] = [
    { x: -far, y: -far },
    { x: far, y: -far },
    { x: far, y: far },
    { x: -far, y: far },
  ]
  const joint = (random.between(10, 14) * Math.sqrt(size)) / (density ?? 1)
  const largest = (185 * size) ** 2
  return cellsOf(sites, 0, () => square).flatMap((cell, at) => {
    const { x, y } = sites[at] ?? { x: 0, y: 0 }
    const done = (piece: Point[]) => {
      const share = areaOf(piece) / largest
      return share < 0.06 || (share < 1 && random.chance(0.55 - 0.3 * share))
    }
    return shattered(cell, done, random)
      .map((piece) => ({ x, y, outline: inset(piece, joint / 2) }))
      .filter(({ outline }) => outline.length > 2 && areaOf(outline) > 30)
  })
}

function levelsFor(style: 'classic' | 'fine', { scale, density }: Brief, random: Random): PackingLevel[] {
  const size = (scale ?? 1) * random.inTurn(1, 0.8, 1.25, 0.9, 1.1)
  const closeness = 1 / Math.sqrt(density ?? 1)
  const level = (name: string, radius: number, most: number, spread: number, gap: number): PackingLevel => ({
    name,
    radius: radius * size,
    spread,
    most: Math.min(1200, Math.ceil((most * (density ?? 1)) / (size * size))),
    gap: gap * closeness,
  })
  return style === 'fine'
    ? [
        level('large', 34, 30, 0.5, 1.05),
        level('medium', 20, 230, 0.5, 0.98),
        level('small', 10, 420, 0.6, 0.98),
        level('grit', 5, 400, 0.5, 1.1),
      ]
    : [
        level('large', 88, 12, 0.4, 1),
        level('medium', 48, 42, 0.5, 0.95),
        level('small', 24, 130, 0.6, 0.95),
        level('grit', 9, 330, 0.7, 1.05),
      ]
}
