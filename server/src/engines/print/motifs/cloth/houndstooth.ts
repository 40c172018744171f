import type { Colourway } from '../../colour/colourway.ts'
import { difference, hexToLab, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { type Binding, twill, twillOf } from './bindings.ts'
import { combined } from './combinations.ts'
import { rolledBy, type Stripe, threaded } from './threads.ts'

/** How large the check is woven. */
interface Make {
  /** Threads in a repeat. */
  threads: number
  /** Threads of one colour side by side: two of them make a check. */
  group: number
  binding: Binding
}

const tiny: Make = { threads: 512, group: 4, binding: twill }
const puppytooth: Make = { threads: 256, group: 4, binding: twill }
const classic: Make = { threads: 128, group: 4, binding: twill }
const bold: Make = { threads: 64, group: 4, binding: twill }
/** Giant checks are drawn on a jacquard loom: the same teeth, of sixteen times the threads, with slanted edges. */
const large: Make = { threads: 512, group: 32, binding: twillOf(16) }
const giant: Make = { threads: 512, group: 64, binding: twillOf(32) }

/** Houndstooth: four dark and four light threads in warp and weft, in a 2/2 twill: where they cross, the check grows teeth. */
export const houndstooth: Generator = (brief, colours, random) => {
  const [{ threads, group, binding }, manner] = combined(random, makesFor(brief), manners)
  const stripes = stripesOf(brief, colours, manner, threads / group / 2).map(([hex, groups]): Stripe => [hex, groups * group])
  const sequence = rolledBy(threaded(stripes, threads), group / 2)
  return { kind: 'woven', weave: { warp: sequence, weft: sequence, binding, seed: random.below(2 ** 31) } }
}

type Makes = readonly [Make, ...Make[]]

function makesFor({ style, scale }: Brief): Makes {
  if (style === 'puppytooth') return scale === null ? [puppytooth, tiny] : scale < 1 ? [tiny] : [classic, puppytooth]
  if (style === 'giant') return scale === null ? [large, giant] : scale < 1 ? [large] : [giant]
  if (scale !== null) return scale < 1 ? [puppytooth, tiny] : scale < 2 ? [bold, large] : [giant]
  return style === 'classic' ? [classic, bold] : [classic, bold, puppytooth, large]
}

/** All checks alike; every other one in a second colour; bands of both; or one line of checks in it, like a windowpane. */
const manners = ['plain', 'alternating', 'banded', 'lined'] as const

/** Colours by groups of threads. Where no second colour was asked for, a shade of the first is the second. */
function stripesOf(
  { colours: asked, ground: askedGround }: Brief,
  colours: Colourway,
  manner: (typeof manners)[number],
  checks: number,
): Stripe[] {
  const [first = colours.ink, second = first] = colours.main
  const apart = difference(hexToLab(first), hexToLab(colours.ground))
  // A check too near its ground is a blur.
  const dark = asked.length > 0 || apart > 0.3 ? first : colours.ink
  const both = asked.length - (askedGround ? 0 : 1) >= 2
  const other = both || asked.length === 0 ? second : toned(dark, hexToLab(dark).l < 0.55 ? 0.24 : -0.24, 0.9)
  const check = (hex: string): Stripe[] => [
    [hex, 1],
    [colours.ground, 1],
  ]
  const run = (hex: string, count: number) => Array.from({ length: count }, () => check(hex)).flat()
  // Twice in a repeat, or once where it holds but few checks.
  const half = checks > 4 ? checks / 2 : checks
  switch (manner) {
    case 'plain':
      return both
        ? [
            [dark, 1],
            [colours.ground, 1],
            [dark, 1],
            [other, 1],
          ]
        : check(dark)
    case 'alternating':
      return [...check(dark), ...check(other)]
    case 'banded':
      return [...run(dark, half / 2), ...run(other, half / 2)]
    case 'lined':
      return [...run(dark, half - 1), ...run(other, 1)]
  }
}
