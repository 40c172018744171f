import type { Colourway } from '../colour/colourway.ts'
import { toned } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import type { Generator } from './drawing.ts'
import { threaded } from './weave.ts'

/** Gingham: equal stripes of dyed and ground yarn, the same in warp and weft, in a plain weave. */
export const gingham: Generator = (brief, colours, random) => {
  const width = checkWidth(brief.scale, random)
  const [warp, weft] = stripesOf(brief, colours, width, random)
  const threads = (sett: readonly (readonly [string, number])[]) => rolledBy(threaded(sett), width / 2)
  return { kind: 'woven', weave: { warp: threads(warp), weft: threads(weft), binding: 'plain', seed: random.below(2 ** 31) } }
}

/** Threads a check is wide; powers of two, so that checks fill the repeat. */
function checkWidth(scale: number | null, random: Random): number {
  if (scale === null) return random.pick(8, 16, 16, 32)
  return scale < 1 ? random.pick(4, 8) : random.pick(32, 64)
}

type Stripes = (readonly [string, number])[]

function stripesOf(
  { colours: asked, ground: askedGround }: Brief,
  { ground, main }: Colourway,
  width: number,
  random: Random,
): [Stripes, Stripes] {
  const [first = ground, second = ground, third = ground] = main
  const plain: Stripes = [
    [first, width],
    [ground, width],
  ]
  const many = asked.length - (askedGround ? 0 : 1) >= 2
  const style = many
    ? random.pick('crossed', 'alternating')
    : asked.length > 0
      ? random.pick('plain', 'plain', 'shaded')
      : random.pick('plain', 'crossed', 'shaded')
  if (style === 'plain' || width > 32) return [plain, plain]
  if (style === 'crossed') {
    const other: Stripes = [
      [second, width],
      [ground, width],
    ]
    return [plain, other]
  }
  const companion = style === 'shaded' ? toned(first, 0.12, 0.8) : random.pick(second, third)
  const alternating: Stripes = [...plain, [companion, width], [ground, width]]
  return [alternating, alternating]
}

/** Begins the repeat in the middle of a stripe: a tile's edge then never cuts along a change of colour. */
export function rolledBy<T>(sequence: readonly T[], count: number): T[] {
  const from = Math.floor(count) % sequence.length
  return [...sequence.slice(from), ...sequence.slice(0, from)]
}
