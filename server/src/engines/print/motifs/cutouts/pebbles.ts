import { areaOf, cellsOf, inset, reachOf } from '../cells.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { inksFor } from '../geometry/inks.ts'
import { Inked, type Point } from '../geometry/paths.ts'
import { packed } from '../packing.ts'
import { pebblePath } from './smooth.ts'

/** Pebbles that lie close and never touch, large and small, some with a ring of another colour. */
export const pebbles: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(5, 3, 4, 5, 2))
  const size = (brief.scale ?? 1) * random.inTurn(1, 0.75, 1.3, 0.6, 1.1)
  const level = (radius: number, spread: number) => ({ name: String(radius), radius: radius * size, spread, most: 600, gap: 0.8 })
  const sites = packed(
    [...random.pick([level(84, 0.7)], [level(96, 0.3), level(62, 0.6)], [level(66, 0.3)]), level(40, 0.5)],
    'toss',
    random,
  )
  const joint = (random.between(11, 17) * Math.sqrt(size)) / (brief.density ?? 1)
  const cells = cellsOf(sites, joint, ({ radius }) => roundOutline(radius * 1.45))
  const stones = new Inked()
  const rings = new Inked()
  const ringed = random.inTurn(0, 0.35, 0, 1, 0.2)
  sites.forEach(({ x, y, choice, turn }, at) => {
    const outline = cells[at] ?? []
    if (outline.length < 3) return
    const ink = Math.floor(choice * inks.length)
    const colour = inks[ink] ?? colours.ink
    // A ring keeps off the rim by a share of the stone's size.
    const inner = turn < ringed ? inset(outline, Math.sqrt(areaOf(outline)) * 0.17) : []
    const core = inset(inner, Math.sqrt(areaOf(outline)) * 0.07)
    for (const place of placesInFrame(frame, x, y, reachOf(outline))) {
      const moved = (points: Point[]) => points.map((point) => ({ x: point.x + place.x, y: point.y + place.y }))
      stones.add(colour, pebblePath(moved(outline)))
      if (core.length > 2) {
        rings.add(colours.ground, pebblePath(moved(inner)))
        rings.add(inks[(ink + 1) % inks.length] ?? colour, pebblePath(moved(core)))
      }
    }
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, stones.areas() + rings.areas()) }
}

const roundOutline = (radius: number): Point[] =>
  Array.from({ length: 10 }, (_, at) => ({ x: Math.cos((at * Math.PI) / 5) * radius, y: Math.sin((at * Math.PI) / 5) * radius }))
