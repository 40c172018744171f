import type { Colourway } from '../../colour/colourway.ts'
import type { Brief, StripeStyle } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'

/** A stripe and its relative width. */
export type Band = readonly [colour: string, share: number]

/** The colours of a stripe: the cloth, the leading colour, and one for fine lines (the leading one where no other was asked for). */
interface Yarns {
  ground: string
  first: string
  accent: string
}

/** One sequence of bands in a style; it is repeated over the cloth. */
export function sequenceFor(style: StripeStyle, { ground, main }: Colourway, brief: Brief, random: Random): Band[] {
  const [first = ground, second = first] = main
  const named = brief.colours.length + (brief.ground ? 1 : 0)
  const yarns: Yarns = { ground, first, accent: named > 2 || brief.colours.length === 0 ? second : first }
  switch (style) {
    case 'breton':
      return [
        [ground, random.between(1.6, 2.4)],
        [first, 1],
      ]
    case 'pin':
      return [
        [ground, random.between(5, 9)],
        [first, 1],
      ]
    case 'awning':
      return random.inTurn(...awnings)(yarns)
    case 'ticking':
      return random.inTurn(...tickings)(yarns)
    case 'multi':
      return multicolour(ground, named > 2 ? main.slice(0, Math.max(2, brief.colours.length)) : main.slice(0, 5), random)
  }
}

/** Bands of the same colour in a row, as "ground 5, first 5": easier to read than pairs. */
const bands = (...parts: (string | number)[]): Band[] =>
  parts.flatMap((part, at): Band[] => (typeof part === 'string' ? [[part, Number(parts[at + 1])]] : []))

type Sequence = (yarns: Yarns) => Band[]

/** Wide stripes: plain, with a line between, with lines beside. */
const awnings: readonly [Sequence, ...Sequence[]] = [
  ({ ground, first }) => bands(ground, 1, first, 1),
  ({ ground, first, accent }) => bands(ground, 5, first, 5, ground, 1, accent, 0.8, ground, 1, first, 5),
  ({ ground, first, accent }) => bands(ground, 3, accent, 0.35, ground, 0.5, first, 3, ground, 0.5, accent, 0.35),
]

/** Mattress and shirting stripes: groups of fine lines. */
const tickings: readonly [Sequence, ...Sequence[]] = [
  ({ ground, first }) => bands(ground, 5, first, 0.7, ground, 0.8, first, 2.2, ground, 0.8, first, 0.7),
  ({ ground, first }) => bands(ground, 6, first, 1, ground, 1, first, 1),
  ({ ground, first, accent }) =>
    bands(ground, 5, first, 0.6, ground, 1, first, 0.6, ground, 1, accent, 0.8, ground, 1, first, 0.6, ground, 1, first, 0.6),
]

/** Bands of every colour in varied widths, the ground between them as a rest for the eye. */
function multicolour(ground: string, main: string[], random: Random): Band[] {
  const rests = random.pick('always', 'sometimes', 'sometimes')
  const passes = main.length < 4 ? 2 : 1
  return Array.from({ length: passes }, () => random.shuffled(main))
    .flat()
    .flatMap((hex): Band[] => {
      const band: Band = [hex, random.pick(0.6, 1, 1.6, 2.6)]
      return rests === 'always' || random.chance(0.45) ? [[ground, random.pick(0.4, 0.8, 1.5)], band] : [band]
    })
}
