import type { Colourway } from '../colour/colourway.ts'
import { hexToLab, hexToLch, lchToHex, toned } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import type { Generator } from './drawing.ts'
import { rolledBy } from './gingham.ts'
import { type Sett, setts, type Yarn } from './setts.ts'
import { fitted, threaded } from './weave.ts'

/** Tartan: a sett woven there and back, the same in warp and weft, in a 2/2 twill. */
export const tartan: Generator = (brief, colours, random) => {
  const yarns = yarnsFor(brief, colours, random)
  const sett = random.pick<Sett>(setts[0] ?? [], ...setts.slice(1))
  const half = halfLength(brief.scale, random)
  const there = fitted(
    sett.map(([yarn, count]) => [yarns[yarn], count] as const),
    half,
  )
  const thereAndBack = threaded([...there, ...there.toReversed()])
  const widest = there.reduce((best, stripe, at) => (stripe[1] > (there[best]?.[1] ?? 0) ? at : best), 0)
  const beforeWidest = there.slice(0, widest).reduce((sum, [, count]) => sum + count, 0)
  const sequence = rolledBy(thereAndBack, beforeWidest + (there[widest]?.[1] ?? 0) / 2)
  return { kind: 'woven', weave: { warp: sequence, weft: sequence, binding: 'twill', seed: random.below(2 ** 31) } }
}

/** Threads in half a sett; the whole one must divide the repeat. */
function halfLength(scale: number | null, random: Random): number {
  if (scale === null) return random.pick(64, 64, 128)
  return scale < 1 ? 32 : 128
}

/** Fields are deep and lines bright, as dyed wool is; colours that were asked for are taken as they are. */
function yarnsFor(
  { colours: asked, ground: askedGround }: Brief,
  { ground, main }: Colourway,
  random: Random,
): Record<Yarn, string> {
  const wool = (hex: string) => (asked.includes(hex) ? hex : toned(hex, -0.1, 0.95))
  const mains = main.map(wool)
  const pool = askedGround ? [askedGround, ...mains] : mains
  const lightAsked = asked.find((hex) => hexToLab(hex).l > 0.85)
  const darkAsked = asked.find((hex) => hexToLab(hex).l < 0.34)
  const fields = pool.filter((hex) => pool.length < 3 || (hex !== lightAsked && hex !== darkAsked))
  const leading = askedGround
    ? fields
    : [
        ...random.shuffled(fields.slice(0, Math.max(1, Math.min(2, asked.length)))),
        ...fields.slice(Math.max(1, Math.min(2, asked.length))),
      ]
  const [field = ground, second = toned(field, -0.15), accent = toned(field, 0.2)] = leading
  const { h } = hexToLch(field)
  const dark = darkAsked ?? (hexToLab(ground).l < 0.4 ? ground : lchToHex({ l: 0.25, c: 0.035, h: hexToLch(second).h }))
  const light = lightAsked ?? (hexToLab(ground).l > 0.8 ? ground : lchToHex({ l: 0.93, c: 0.03, h }))
  return { field, second, accent, dark, light }
}
