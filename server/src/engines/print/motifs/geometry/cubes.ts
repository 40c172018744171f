import type { Colourway } from '../../colour/colourway.ts'
import { toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { hexagon, honeycombOf, middlesOf, mixedOver } from './honeycomb.ts'
import { byLightness, inksFor } from './inks.ts'
import { Inked, type Point, polygonPath } from './paths.ts'

/** The colours of a cube's faces. */
type Faces = readonly [top: string, left: string, right: string]

/** Tumbling blocks: hexagons of three rhombs, light from above. */
export const cubes: Generator = (brief, colours, random, frame) => {
  const comb = honeycombOf(random.inTurn(7, 5, 9, 4, 12) / (brief.scale ?? 1))
  const sets = facesFor(brief, colours, random)
  const middles = middlesOf(comb)
  const chosen = mixedOver(comb, sets.length, random)
  const boxed = random.inTurn(false, false, true, false, true)
  // Where a ground was named and no face has it, it shows between the cubes.
  const size = sets.length > 1 && isGroundNamed(brief, colours) ? 0.94 : 1
  const outer = new Inked()
  const inner = new Inked()
  middles.forEach((middle, at) => {
    const [top, left, right] = sets[chosen[at] ?? 0] ?? sets[0]
    for (const place of placesInFrame(frame, middle.x, middle.y, comb.width)) {
      addCube(outer, place, hexagon(place, comb, size), [top, left, right])
      // A smaller cube within, seen from the other side.
      if (boxed) addCube(inner, place, hexagon(place, comb, size / 2), [right, top, left])
    }
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, outer.mosaic() + inner.mosaic()) }
}

function addCube(areas: Inked, middle: Point, corners: Point[], faces: Faces): void {
  faces.forEach((colour, face) => {
    const from = [5, 3, 1][face] ?? 0
    const rhomb = [middle, ...[0, 1, 2].map((step) => corners[(from + step) % 6] ?? middle)]
    areas.add(colour, polygonPath(rhomb))
  })
}

const isGroundNamed = ({ colours: asked, ground: askedGround }: Brief, { ground }: Colourway) =>
  askedGround !== null || asked.includes(ground)

/** Three colours of the print, one a face; or every ink in three tones. */
function facesFor(brief: Brief, colours: Colourway, random: Random): readonly [Faces, ...Faces[]] {
  const named = brief.colours.length + (brief.ground ? 1 : 0)
  const flat = named >= 2 ? named < 4 : random.inTurn(false, true, false, false, true)
  if (flat) {
    const [light = colours.ground, middle = light, deep = middle] = byLightness([
      ...inksFor(brief, colours, 2, 2).slice(0, 2),
      colours.ground,
    ])
    return [[light, middle, deep]]
  }
  const tones = inksFor(brief, colours, 1, random.inTurn(1, 3, 2, 1, 4)).map(
    (ink): Faces => [toned(ink, 0.13, 0.75), ink, toned(ink, -0.13, 0.95)],
  )
  const [first = [colours.ground, colours.ink, colours.ink], ...others] = tones
  return [first, ...others]
}
