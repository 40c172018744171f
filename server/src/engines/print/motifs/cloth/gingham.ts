import type { Colourway } from '../../colour/colourway.ts'
import { toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { plain } from './bindings.ts'
import { combined } from './combinations.ts'
import { rolledBy, type Stripe, threaded } from './threads.ts'

/**
 * `plain`: one colour and the ground. `alternating`: a second colour in every other bar. `shaded`: bars half in the second
 * colour. `lined`: a line of it between the bars.
 */
type Manner = 'plain' | 'alternating' | 'shaded' | 'lined'

const manners = ['plain', 'alternating', 'lined', 'shaded'] as const

/** Checks by width in threads (powers of two, so that they fill the repeat) and manner, in the order a batch takes them. */
const usual = [
  [32, 'plain'],
  [16, 'plain'],
  [64, 'plain'],
  [32, 'alternating'],
  [8, 'plain'],
  [16, 'shaded'],
  [128, 'plain'],
  [64, 'lined'],
] as const satisfies readonly (readonly [number, Manner])[]

/** Gingham: equal stripes of dyed and ground yarn, the same in warp and weft, in a plain weave. */
export const gingham: Generator = (brief, colours, random) => {
  const [width, manner] = makeFor(brief, random)
  const [warp, weft] = stripesOf(brief, colours, width, manner)
  const sequence = (stripes: Stripe[]) => rolledBy(threaded(stripes), width / 2)
  return { kind: 'woven', weave: { warp: sequence(warp), weft: sequence(weft), binding: plain, seed: random.below(2 ** 31) } }
}

function makeFor({ style, scale }: Brief, random: Random): readonly [number, Manner] {
  if (style === 'two-colour') return combined(random, [32, 64, 16], ['alternating', 'shaded', 'lined'])
  if (style === 'mini' || (scale !== null && scale < 1)) return combined(random, [16, 8], manners)
  if (style === 'buffalo' || scale !== null) return combined(random, [64, 128], manners)
  const [first, ...others] = usual
  return random.inTurn<readonly [number, Manner]>(first, ...others)
}

function stripesOf(brief: Brief, { ground, main }: Colourway, width: number, manner: Manner): [Stripe[], Stripe[]] {
  const [first = ground, second = ground] = main
  // Two colours on a ground were asked for: they must both be there.
  const both = brief.colours.length - (brief.ground ? 0 : 1) >= 2
  const other = both || brief.colours.length === 0 || brief.style === 'two-colour' ? second : toned(first, 0.12, 0.8)
  const pair = (hex: string): Stripe[] => [
    [hex, width],
    [ground, width],
  ]
  const alike = (stripes: Stripe[]): [Stripe[], Stripe[]] => [stripes, stripes]
  switch (manner) {
    case 'plain':
      return [pair(first), pair(both ? other : first)]
    case 'alternating':
      return alike([...pair(first), ...pair(other)])
    case 'shaded':
      return alike([
        [first, width / 2],
        [other, width / 2],
        [ground, width],
      ])
    case 'lined':
      return alike([
        [first, width],
        [ground, (width * 3) / 8],
        [other, width / 4],
        [ground, (width * 3) / 8],
      ])
  }
}
