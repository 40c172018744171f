import type { Colourway } from '../../colour/colourway.ts'
import { hexToLab, toned } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { twill } from './bindings.ts'
import { combined } from './combinations.ts'
import { type Stripe, threaded, usualThreads } from './threads.ts'
import type { Weave } from './weave.ts'

/**
 * Glen check, as the Prince of Wales wears it: bands of four dark and four light threads, which make houndstooth where they
 * cross, and of two and two, which make fine lines; over them one line of colour.
 */
export function glen(brief: Brief, colours: Colourway, random: Random): Weave {
  const [first = colours.ink, second = first] = colours.main
  const { scale } = brief
  const sizes = scale === null ? ([256, 512, 128] as const) : ([scale < 1 ? usualThreads : 128] as const)
  const [threads, manner] = combined(random, sizes, ['lined', 'exchanged', 'mixed'] as const)
  const single = brief.colours.length === 1
  const other = single ? toned(first, hexToLab(first).l < 0.55 ? 0.22 : -0.22) : second
  const fours = manner === 'exchanged' ? other : first
  const twos = manner === 'mixed' || (manner === 'exchanged' && single) ? (fours === first ? other : first) : fours
  const line = twos === fours ? (fours === first ? other : first) : null
  const [wide, narrow] = random.pick([72, 56], [40, 24], [96, 32])
  const band = (width: number, group: number, hex: string): Stripe[] =>
    Array.from({ length: width / (2 * group) }, (): Stripe[] => [
      [hex, group],
      [colours.ground, group],
    ]).flat()
  const sequence = threaded([...band(wide, 4, fours), ...band(narrow, 2, twos)], threads)
  if (line) markEvery(sequence, wide + narrow, wide + narrow / 2 - 1, line)
  const begun = [...sequence.slice(2), ...sequence.slice(0, 2)]
  return { warp: begun, weft: begun, binding: twill, seed: random.below(2 ** 31), yarn: { unevenness: 0.06, mottle: 0.05 } }
}

/** Weaves two threads of a colour into every sett. */
function markEvery(sequence: string[], period: number, at: number, colour: string): void {
  for (let from = at; from < sequence.length; from += period) sequence.fill(colour, from, from + 2)
}
