import type { Colourway } from '../../colour/colourway.ts'
import type { Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { awnings, bretons, pins, tickings } from './classic-stripes.ts'
import { combined } from './combinations.ts'
import { candy, mirrored, serape } from './multicolour-stripes.ts'
import { ombres } from './ombre-stripes.ts'
import type { Band, Sequence, Yarns } from './stripe-bands.ts'

export type StripeManner = (typeof motifStyles)['stripes'][number]

/** By how much a sequence goes in more often: the same stripe comes in other sizes before it comes again. */
const sizes = [1, 1.5, 0.7] as const

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

/** Bars and gaps of no fixed measure, as a barcode has them; now and then one bar of the accent. */
function barcode({ ground, first, accent }: Yarns, random: Random): Band[] {
  return Array.from({ length: 34 }, (_, at): Band[] => [
    [ground, random.pick(1, 1.5, 2.5, 4, 6)],
    [at % 9 === 4 ? accent : first, random.pick(0.7, 1, 1, 1.8, 3, 5)],
  ]).flat()
}

const makers = { breton: bretons, pin: pins, awning: awnings, ticking: tickings, ombre: ombres } as const
