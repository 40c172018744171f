import type { Colourway } from '../colour/colourway.ts'
import { toned } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import type { Generator } from './drawing.ts'
import { threaded } from './weave.ts'

/** `plain`: one colour and the ground. `second`: a second colour in every other stripe, or all over the weft. */
type Style = 'plain' | 'second'

/** Checks by width in threads (powers of two, so that they fill the repeat) and style, in the order a batch takes them. */
const usual: readonly [number, Style][] = [
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
  const fitting = usual.filter(([width]) => brief.scale === null || (brief.scale < 1 ? width < 32 : width > 32))
  const [first = usual[0] ?? [32, 'plain'], ...others] = fitting
  const [width, style] = random.inTurn(first, ...others)
  const [warp, weft] = stripesOf(brief, colours, width, style, random)
  const sequence = (stripes: Stripes) => rolledBy(threaded(stripes), width / 2)
  return { kind: 'woven', weave: { warp: sequence(warp), weft: sequence(weft), binding: 'plain', seed: random.below(2 ** 31) } }
}

type Stripes = (readonly [string, number])[]

function stripesOf(brief: Brief, { ground, main }: Colourway, width: number, style: Style, random: Random): [Stripes, Stripes] {
  const [first = ground, second = ground] = main
  const pair = (hex: string): Stripes => [
    [hex, width],
    [ground, width],
  ]
  // Two colours on a ground were asked for: they must both be there.
  const both = brief.colours.length - (brief.ground ? 0 : 1) >= 2
  if (style === 'plain' && !both) return [pair(first), pair(first)]
  const other = both || brief.colours.length === 0 ? second : toned(first, 0.12, 0.8)
  if (both && random.chance(0.5)) return [pair(first), pair(other)]
  const alternating = [...pair(first), ...pair(other)]
  return [alternating, alternating]
}

/** Begins the repeat in the middle of a stripe: a tile's edge then never cuts along a change of colour. */
export function rolledBy<T>(sequence: readonly T[], count: number): T[] {
  const from = Math.floor(count) % sequence.length
  return [...sequence.slice(from), ...sequence.slice(0, from)]
}
