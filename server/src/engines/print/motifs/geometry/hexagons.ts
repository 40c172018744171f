import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { hexagon, honeycombOf, middlesOf, mixedOver } from './honeycomb.ts'
import { inksFor } from './inks.ts'
import { Inked, polygonPath } from './paths.ts'

/** What stands in each hexagon, from the outermost: its share of the hexagon, and how many inks on from the hexagon's own; null is the ground. */
type Nest = readonly (readonly [share: number, ink: number | null])[]

/** Tiles with joints, nested hexagons, honeycomb outlines, tiles with an eye. */
const nests: readonly [Nest, ...Nest[]] = [
  [[0.93, 0]],
  [
    [0.96, 0],
    [0.74, null],
    [0.6, 1],
    [0.34, null],
    [0.2, 0],
  ],
  [
    [0.97, 0],
    [0.78, null],
  ],
  [
    [0.94, 0],
    [0.5, 1],
  ],
  [
    [0.97, 0],
    [0.82, null],
    [0.66, 1],
  ],
]

/** Hexagons in a honeycomb, colours mixed so that neighbours differ. */
export const hexagons: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(4, 2, 1, 5, 3))
  const comb = honeycombOf(random.inTurn(7, 5, 9, 4, 12) / (brief.scale ?? 1))
  const middles = middlesOf(comb)
  const chosen = mixedOver(comb, inks.length, random)
  const size = brief.density ? Math.min(1.03, Math.sqrt(brief.density)) : 1
  const layers = random.inTurn(...nests).map(([share, on]) => {
    const layer = new Inked()
    middles.forEach((middle, at) => {
      const colour = on === null ? colours.ground : (inks[((chosen[at] ?? 0) + on) % inks.length] ?? colours.ink)
      for (const place of placesInFrame(frame, middle.x, middle.y, comb.width)) {
        layer.add(colour, polygonPath(hexagon(place, comb, share * size)))
      }
    })
    return layer.areas()
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, layers.join('')) }
}
