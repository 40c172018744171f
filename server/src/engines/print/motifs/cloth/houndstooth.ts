import type { Colourway } from '../../colour/colourway.ts'
import { difference, hexToLab } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { type Binding, twill, twillOf } from './bindings.ts'
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
  const { threads, group, binding } = makeFor(brief, random)
  const stripes = stripesOf(brief, colours, group, random)
  const sequence = rolledBy(threaded(stripes, threads), group / 2)
  return { kind: 'woven', weave: { warp: sequence, weft: sequence, binding, seed: random.below(2 ** 31) } }
}

function makeFor({ style, scale }: Brief, random: Random): Make {
  if (style === 'puppytooth') return scale === null ? puppytooth : scale < 1 ? tiny : classic
  if (style === 'giant') return scale === null ? random.inTurn(large, giant) : scale < 1 ? large : giant
  if (scale !== null) return scale < 1 ? puppytooth : scale < 2 ? random.inTurn(bold, large) : giant
  if (style === 'classic') return random.inTurn(classic, bold)
  return random.inTurn(classic, bold, puppytooth, large)
}

/** One colour and the ground; a second colour in every other check where it was asked for, or by the seed where none was. */
function stripesOf({ colours: asked, ground: askedGround }: Brief, colours: Colourway, group: number, random: Random): Stripe[] {
  const [first = colours.ink, second = first] = colours.main
  const apart = difference(hexToLab(first), hexToLab(colours.ground))
  // A check too near its ground is a blur.
  const dark = asked.length > 0 || apart > 0.3 ? first : colours.ink
  const check = (hex: string): Stripe[] => [
    [hex, group],
    [colours.ground, group],
  ]
  const both = asked.length - (askedGround ? 0 : 1) >= 2
  return both || (asked.length === 0 && random.chance(0.3)) ? [...check(dark), ...check(second)] : check(dark)
}
