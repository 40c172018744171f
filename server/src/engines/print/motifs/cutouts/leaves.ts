import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { inksFor } from '../geometry/inks.ts'
import { type Placed, packed } from '../packing.ts'

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
    const long = 150 - Math.abs(across) * 74
    return `<path transform="translate(0 62) rotate(${decimal(across * 190)})" d="M0 6C9 -30 11 ${n(-long * 0.72)} 0 ${n(-long)}C-11 ${n(-long * 0.72)} -9 -30 0 6Z"/>`
  }).join('')
  return `<g fill="${paper}"><path d="M-4 100L4 100L3 50L-3 50Z"/>${drawn}</g><circle cy="62" r="5" fill="${ground}"/>`
}

const cuts: readonly [readonly [Cut, ...Cut[]], ...(readonly [Cut, ...Cut[]])[]] = [
  [twofold, sprig, slit],
  [slit, palm, twofold],
  [sprig, twofold],
  [palm, slit, sprig],
  [twofold],
]

/** Leaves cut from coloured paper, tossed or in rows. */
export const leaves: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 1, random.inTurn(4, 5, 3, 4, 2))
  const kinds = random.inTurn(...cuts)
  const layout = brief.layout ?? 'toss'
  // Upright leaves stand closer beside each other than above each other.
  const upright = brief.layout === null ? random.inTurn(false, true, false, true, true) : brief.layout !== 'toss'
  const size = Math.min(layout === 'toss' ? 4 : 1.3, (brief.scale ?? 1) * random.pick(1, 0.8, 0.9))
  const gap = 1 / Math.sqrt(brief.density ?? 1)
  const level = (name: string, radius: number, most: number, share: number) => ({
    name,
    radius: radius * size,
    spread: 0.2,
    most,
    gap: share * gap,
  })
  const things = packed(
    [
      level('leaf', 124, 80, upright ? 0.9 : 0.72),
      level('small', 74, 120, upright ? 0.9 : 0.74),
      level('small', 46, 160, 0.86),
      level('dot', 11, 160, 1.6),
    ],
    layout,
    random,
    upright ? 1.4 : 1,
  )
  const drawings = inks.flatMap((ink, at) =>
    kinds.map((cut) => cut(ink, inks[(at + 1) % inks.length] ?? ink, colours.ground, random)),
  )
  const definitions = [...drawings.map((drawing, at) => `<g id="l${at}">${drawing}</g>`), '<circle id="dot" r="60"/>'].join('')
  const shapes = things.map((thing) => {
    const at = Math.floor(thing.choice * drawings.length)
    const seed = thing.level === 'dot'
    return use(thing, seed ? 'dot' : `l${at}`, seed ? (inks[at % inks.length] ?? colours.ink) : null, upright, frame)
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions) }
}

function use({ x, y, radius, turn, mirrored }: Placed, id: string, ink: string | null, directed: boolean, frame: Frame): string {
  const angle = (directed ? (turn - 0.5) * 56 : turn * 360) * (mirrored ? -1 : 1)
  const scale = (radius / 100).toFixed(3)
  const fill = ink === null ? '' : ` fill="${ink}"`
  return placesInFrame(frame, x, y, radius * 1.2)
    .map(
      (place) =>
        `<use href="#${id}"${fill} transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${decimal(angle)}) scale(${mirrored ? '-' : ''}${scale} ${scale})"/>`,
    )
    .join('')
}
