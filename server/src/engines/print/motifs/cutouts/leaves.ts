import type { Brief, Layout } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { inksFor } from '../geometry/inks.ts'
import { packed } from '../packing.ts'
import { type Disc, type Fitted, fitted, type Shape } from './fitted.ts'

/** A leaf of cut paper, upright, in a circle of radius 100: its colour, that of a second paper, and the ground that shows in its cuts. */
type Cut = (paper: string, second: string, ground: string, random: Random) => string

const n = (value: number) => String(Math.round(value))

/** Half a pointed leaf, from its foot to its tip and back along the middle. */
const half = (side: 1 | -1, broad: number) => `M0 96C${n(side * broad * 1.25)} 48 ${n(side * broad * 1.15)} -44 0 -98Z`

/** Two papers that meet along the middle. */
const twofold: Cut = (paper, second, _, random) => {
  const broad = random.between(38, 54)
  return `<path d="${half(1, broad)}${half(-1, broad)}" fill="${paper}"/><path d="${half(-1, broad)}" fill="${second}"/>`
}

/** Slits cut from the middle towards the rim. */
const slit: Cut = (paper, _, ground, random) => {
  const broad = random.between(44, 58)
  const pairs = 4 + random.below(2)
  const slits = Array.from({ length: pairs }, (__, at) => {
    const y = 58 - (at / (pairs - 1)) * 104
    const long = broad * 0.62 * Math.sqrt(Math.max(0.15, 1 - ((y - 6) / 98) ** 2))
    return [1, -1]
      .map((side) => `M${n(side * 5)} ${n(y + 7)}L${n(side * long)} ${n(y - long * 0.62)}L${n(side * 5)} ${n(y - 3)}Z`)
      .join('')
  }).join('')
  return `<path d="${half(1, broad)}${half(-1, broad)}" fill="${paper}"/><path d="${slits}" fill="${ground}"/>`
}

/** Round leaflets in pairs on a stem. */
const sprig: Cut = (paper, second, _, random) => {
  const pairs = 4 + random.below(2)
  const leaflets = Array.from({ length: pairs }, (__, at) => {
    const y = 66 - (at / pairs) * 132
    const long = 50 - Math.abs(at - pairs / 2 + 0.5) * 6
    const one = (side: 1 | -1) =>
      `<path transform="translate(0 ${n(y)}) rotate(${n(side * random.between(46, 58))})" d="M0 0C15 -8 19 ${n(-long * 0.8)} 0 ${n(-long)}C-19 ${n(-long * 0.8)} -15 -8 0 0Z"/>`
    return `<g fill="${at % 2 === 0 ? paper : second}">${one(1)}${one(-1)}</g>`
  }).join('')
  return `<path d="M-3 98L3 98L1.500 -70L-1.500 -70Z" fill="${paper}"/>${leaflets}<path transform="translate(0 -52)" d="M0 0C17 -9 17 -36 0 -48C-17 -36 -17 -9 0 0Z" fill="${pairs % 2 === 0 ? paper : second}"/>`
}

/** A fan of a few broad fingers, as a palm leaf. */
const palm: Cut = (paper, _, ground, random) => {
  const fingers = 7 + 2 * random.below(2)
  const drawn = Array.from({ length: fingers }, (__, at) => {
    const across = at / (fingers - 1) - 0.5
    const long = 146 - Math.abs(across) * 96
    return `<path transform="translate(0 62) rotate(${decimal(across * 190)})" d="M0 6C9 -30 11 ${n(-long * 0.72)} 0 ${n(-long)}C-11 ${n(-long * 0.72)} -9 -30 0 6Z"/>`
  }).join('')
  return `<g fill="${paper}"><path d="M-4 100L4 100L3 50L-3 50Z"/>${drawn}</g><circle cy="62" r="5" fill="${ground}"/>`
}

const pointed: readonly Disc[] = [
  [-84, 9],
  [-58, 25],
  [-26, 39],
  [10, 44],
  [46, 36],
  [76, 17],
]
const feathered: readonly Disc[] = [
  [-84, 17],
  [-46, 42],
  [0, 46],
  [36, 40],
  [74, 14],
]
const round: readonly Disc[] = [
  [-26, 66],
  [10, 92],
  [76, 24],
]

/** A way of cutting leaves, and the discs that cover one. */
interface Kind {
  cut: Cut
  discs: readonly Disc[]
}

const kinds = {
  twofold: { cut: twofold, discs: pointed },
  slit: { cut: slit, discs: pointed },
  sprig: { cut: sprig, discs: feathered },
  palm: { cut: palm, discs: round },
} satisfies Record<string, Kind>

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
