import type { Colourway } from '../../colour/colourway.ts'
import { between } from '../../colour/oklab.ts'
import type { Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { combined } from './combinations.ts'
import { candy, mirrored, serape } from './multicolour-stripes.ts'

export type StripeManner = (typeof motifStyles)['stripes'][number]

/** A stripe and its relative width. */
export type Band = readonly [colour: string, share: number]

/** Stripes in order, and how often they go into one repeat at the usual scale. */
export interface Sequence {
  bands: Band[]
  times: number
}

/** By how much a sequence goes in more often: the same stripe comes in other sizes before it comes again. */
const sizes = [1, 1.5, 0.7] as const

/** The colours of a stripe: the cloth, the leading colour, and one for fine lines (the leading one where no other was asked for). */
interface Yarns {
  ground: string
  first: string
  accent: string
}

/** One sequence of bands in a manner; it is repeated over the cloth. */
export function sequenceFor(
  manner: StripeManner,
  { ground, main }: Colourway,
  brief: Brief,
  random: Random,
): Sequence & { finer: number } {
  const [first = ground, second = first] = main
  const named = brief.colours.length + (brief.ground ? 1 : 0)
  const yarns: Yarns = { ground, first, accent: named > 2 || brief.colours.length === 0 ? second : first }
  const palette = named > 2 ? main.slice(0, Math.max(2, brief.colours.length)) : main.slice(0, 5)
  switch (manner) {
    case 'barcode':
      return { bands: barcode(yarns, random), times: 1, finer: 1 }
    case 'multi':
      return { ...random.inTurn(serape, candy, mirrored)(palette, ground, random), finer: 1 }
    default: {
      const [make, finer] = combined(random, makers[manner], sizes)
      return { ...make(yarns), finer }
    }
  }
}

/** Bands in a row, as "ground 5, first 5": easier to read than pairs. */
const bands = (...parts: (string | number)[]): Band[] =>
  parts.flatMap((part, at): Band[] => (typeof part === 'string' ? [[part, Number(parts[at + 1])]] : []))

type Maker = (yarns: Yarns) => Sequence
type Makers = readonly [Maker, ...Maker[]]

/** Sailors' jerseys: 20 mm of cloth and 10 mm of stripe; finer; and with a bright line now and then. */
const bretons: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 2, first, 1), times: 14 }),
  ({ ground, first }) => ({ bands: bands(ground, 1.5, first, 1), times: 20 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 2, first, 1, ground, 2, first, 1, ground, 2, accent, 1), times: 4 }),
  ({ ground, first }) => ({ bands: bands(ground, 3.4, first, 1), times: 10 }),
]

/** Suitings and shirtings: single, in pairs, and a chalk line between pins. */
const pins: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 6, first, 1), times: 24 }),
  ({ ground, first }) => ({ bands: bands(ground, 8, first, 0.8, ground, 1.6, first, 0.8), times: 14 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 9, first, 1.5, ground, 9, accent, 0.8), times: 8 }),
  ({ ground, first }) => ({ bands: bands(ground, 12, first, 0.9), times: 16 }),
]

/** Wide stripes: plain, with a line between, with lines beside. */
const awnings: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 1, first, 1), times: 6 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 5, first, 5, ground, 1, accent, 0.8, ground, 1, first, 5), times: 3 }),
  ({ ground, first, accent }) => ({
    bands: bands(ground, 3, accent, 0.35, ground, 0.5, first, 3, ground, 0.5, accent, 0.35),
    times: 4,
  }),
  ({ ground, first }) => ({ bands: bands(ground, 1, first, 1), times: 4 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 4, first, 4, ground, 4, accent, 4), times: 2 }),
]

/** Mattress stripes: groups of fine lines round a bar. */
const tickings: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 5, first, 0.7, ground, 0.8, first, 2.2, ground, 0.8, first, 0.7), times: 8 }),
  ({ ground, first }) => ({ bands: bands(ground, 6, first, 1, ground, 1, first, 1), times: 9 }),
  ({ ground, first, accent }) => ({
    bands: bands(
      ground,
      5,
      first,
      0.6,
      ground,
      1,
      first,
      0.6,
      ground,
      1,
      accent,
      0.8,
      ground,
      1,
      first,
      0.6,
      ground,
      1,
      first,
      0.6,
    ),
    times: 7,
  }),
  ({ ground, first, accent }) => ({
    bands: bands(
      ground,
      9,
      first,
      0.5,
      ground,
      0.5,
      first,
      0.5,
      ground,
      1.4,
      accent,
      1.6,
      ground,
      1.4,
      first,
      0.5,
      ground,
      0.5,
      first,
      0.5,
    ),
    times: 6,
  }),
]

/** Bars and gaps of no fixed measure, as a barcode has them; now and then one bar of the accent. */
function barcode({ ground, first, accent }: Yarns, random: Random): Band[] {
  return Array.from({ length: 34 }, (_, at): Band[] => [
    [ground, random.pick(1, 1.5, 2.5, 4, 6)],
    [at % 9 === 4 ? accent : first, random.pick(0.7, 1, 1, 1.8, 3, 5)],
  ]).flat()
}

/** Colour that fades: there and back; away, to begin anew at a hard edge; from one colour to another; and in steps. */
const ombres: Makers = [
  ({ ground, first }) => ({ bands: fading(ground, first, 64), times: 3 }),
  ({ ground, first }) => ({ bands: steps(first, ground, 96), times: 4 }),
  ({ ground, first, accent }) => ({ bands: [...fading(ground, first, 64), ...fading(ground, accent, 64)], times: 1 }),
  ({ ground, first }) => ({ bands: fading(ground, first, 6), times: 3 }),
]

/** From one colour to another, each step in OKLab as far as the last; both ends are broader. */
const steps = (from: string, to: string, count: number): Band[] =>
  Array.from(
    { length: count },
    (_, at): Band => [between(from, to, at / (count - 1)), at % (count - 1) === 0 ? Math.max(1, count / 14) : 1],
  )

function fading(from: string, to: string, count: number): Band[] {
  const there = steps(from, to, count)
  return [...there, ...there.slice(1, -1).toReversed()]
}

const makers = { breton: bretons, pin: pins, awning: awnings, ticking: tickings, ombre: ombres } as const
