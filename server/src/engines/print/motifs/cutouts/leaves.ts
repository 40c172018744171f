import type { Brief, Layout } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { inksFor } from '../geometry/inks.ts'
import { packed } from '../packing.ts'
import { type Fitted, fitted, type Shape } from './fitted.ts'
import { type Kind, kinds, pointed } from './leaf-cuts.ts'

const families: readonly [readonly Kind[], ...(readonly Kind[])[]] = [
  [kinds.twofold, kinds.sprig, kinds.slit],
  [kinds.slit, kinds.palm, kinds.twofold],
  [kinds.sprig, kinds.twofold],
  [kinds.palm, kinds.slit, kinds.sprig],
  [kinds.twofold],
]

/** Leaves cut from coloured paper: strewn, growing upright, or in the rows of a layout. */
export const leaves: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(4, 5, 3, 4, 2))
  const family = random.inTurn(...families)
  const drawings = inks.flatMap((ink, at) =>
    family.map(({ cut, discs }) => ({ discs, svg: cut(ink, inks[(at + 1) % inks.length] ?? ink, colours.ground, random) })),
  )
  const shapes = drawings.map(({ discs }, kind): Shape => ({ kind, discs }))
  const placed =
    brief.layout === null || brief.layout === 'toss'
      ? strewn(shapes, brief, random)
      : inRows(shapes.length, brief.layout, brief, random)
  const definitions = drawings.map(({ svg }, at) => `<g id="l${at}">${svg}</g>`).join('')
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, placed.map((leaf) => use(leaf, frame)).join(''), definitions) }
}

function strewn(shapes: readonly Shape[], { scale, density, layout }: Brief, random: Random): Fitted[] {
  const [first = { kind: 0, discs: pointed }, ...others] = shapes
  const size = (scale ?? 1) * random.pick(1, 0.8, 0.9)
  const upright = layout === null && random.inTurn(false, true, false, true, true)
  const sizes = [120, 78, 46, 27].map((radius) => ({ radius: radius * size, spread: 0.25 }))
  const gap = (9 * Math.sqrt(size)) / (density ?? 1)
  return fitted([first, ...others], { sizes, gap, lean: upright ? 0.42 : Math.PI }, random)
}

/** One size stands in the rows of the layout, smaller ones fill them. */
function inRows(kinds: number, layout: Layout, { scale, density }: Brief, random: Random): Fitted[] {
  const size = Math.min(1.3, scale ?? 1)
  const level = (radius: number, gap: number) => ({
    name: 'leaf',
    radius: radius * size,
    spread: 0.2,
    most: 160,
    gap: gap / Math.sqrt(density ?? 1),
  })
  const placed = packed([level(124, 0.9), level(70, 0.9), level(40, 0.95)], layout, random, 1.2)
  return placed.map(({ x, y, radius, turn, choice, mirrored }) => ({
    kind: Math.floor(choice * kinds),
    x,
    y,
    radius,
    angle: (turn - 0.5) * (mirrored ? -0.9 : 0.9),
  }))
}

function use({ kind, x, y, radius, angle }: Fitted, frame: Frame): string {
  const [degrees, scale] = [decimal((angle * 180) / Math.PI), (radius / 100).toFixed(3)]
  return placesInFrame(frame, x, y, radius * 1.2)
    .map(
      (place) =>
        `<use href="#l${kind}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${degrees}) scale(${scale})"/>`,
    )
    .join('')
}
