import type { Colourway } from '../../colour/colourway.ts'
import { toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { plain } from './bindings.ts'
import { rolledBy, type Stripe, threaded } from './threads.ts'

/** `plain`: one colour and the ground. `second`: a second colour in every other stripe, or all over the weft. */
type Colouring = 'plain' | 'second'

/** Checks by width in threads (powers of two, so that they fill the repeat) and colouring, in the order a batch takes them. */
const usual: readonly [number, Colouring][] = [
  [32, 'plain'],
  [16, 'plain'],
  [64, 'plain'],
  [32, 'second'],
  [8, 'plain'],
  [16, 'second'],
  [128, 'plain'],
  [64, 'second'],
]

/** Gingham: equal stripes of dyed and ground yarn, the same in warp and weft, in a plain weave. */
export const gingham: Generator = (brief, colours, random) => {
  const fitting = usual.filter(([width, colouring]) => suits(brief, width, colouring))
  const [first = usual[0] ?? [32, 'plain'], ...others] = fitting
  const [width, colouring] = random.inTurn(first, ...others)
  const [warp, weft] = stripesOf(brief, colours, width, colouring, random)
  const sequence = (stripes: Stripe[]) => rolledBy(threaded(stripes), width / 2)
  return { kind: 'woven', weave: { warp: sequence(warp), weft: sequence(weft), binding: plain, seed: random.below(2 ** 31) } }
}

function suits({ style, scale }: Brief, width: number, colouring: Colouring): boolean {
  if (style === 'two-colour' && colouring === 'plain') return false
  if (style === 'mini') return width < 32
  if (style === 'buffalo') return width > 32
  return scale === null || (scale < 1 ? width < 32 : width > 32)
}

function stripesOf(
  brief: Brief,
  { ground, main }: Colourway,
  width: number,
  colouring: Colouring,
  random: Random,
): [Stripe[], Stripe[]] {
  const [first = ground, second = ground] = main
  const pair = (hex: string): Stripe[] => [
    [hex, width],
    [ground, width],
  ]
  // Two colours on a ground were asked for: they must both be there.
  const both = brief.colours.length - (brief.ground ? 0 : 1) >= 2
  if (colouring === 'plain' && !both) return [pair(first), pair(first)]
  const other = both || brief.colours.length === 0 || brief.style === 'two-colour' ? second : toned(first, 0.12, 0.8)
  if (both && random.chance(0.5)) return [pair(first), pair(other)]
  const alternating = [...pair(first), ...pair(other)]
  return [alternating, alternating]
}
