import type { Random } from '../../random.ts'
import { decimal } from '../drawing.ts'
import type { Disc } from './fitted.ts'

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

export const pointed: readonly Disc[] = [
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
export interface Kind {
  cut: Cut
  discs: readonly Disc[]
}

/** The kinds of leaves. */
export const kinds = {
  twofold: { cut: twofold, discs: pointed },
  slit: { cut: slit, discs: pointed },
  sprig: { cut: sprig, discs: feathered },
  palm: { cut: palm, discs: round },
} satisfies Record<string, Kind>
