import type { Colourway } from '../colour/colourway.ts'
import { difference, hexToLab, hexToLch, lchToHex, toned } from '../colour/oklab.ts'
import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import type { Generator } from './drawing.ts'
import { rolledBy } from './gingham.ts'
import { type Sett, setts, type Yarn } from './setts.ts'
import { fitted, threaded } from './weave.ts'

/** Tartan: a sett woven there and back, the same in warp and weft, in a 2/2 twill. */
export const tartan: Generator = (brief, colours, random) => {
  const yarns = yarnsFor(brief, colours, random)
  const sett = random.inTurn<Sett>(setts[0] ?? [], ...setts.slice(1))
  const half = halfLength(brief.scale, random)
  const yarnOf = (yarn: Yarn) => (yarn === 'dark' && barsAreSecond(brief, sett) ? yarns.second : yarns[yarn])
  const there = fitted(
    sett.map(([yarn, count]) => [yarnOf(yarn), count] as const),
    half,
  )
  const thereAndBack = threaded([...there, ...there.toReversed()])
  const widest = there.reduce((best, stripe, at) => (stripe[1] > (there[best]?.[1] ?? 0) ? at : best), 0)
  const beforeWidest = there.slice(0, widest).reduce((sum, [, count]) => sum + count, 0)
  const sequence = rolledBy(thereAndBack, beforeWidest + (there[widest]?.[1] ?? 0) / 2)
  return { kind: 'woven', weave: { warp: sequence, weft: sequence, binding: 'twill', seed: random.below(2 ** 31) } }
}

/** Where two colours were asked for and a sett has no second field, its dark bars are woven in the second colour. */
function barsAreSecond({ colours, ground }: Brief, sett: Sett): boolean {
  return colours.length + (ground ? 1 : 0) >= 2 && sett.every(([yarn]) => yarn !== 'second')
}

/** Threads in half a sett; the whole one must divide the repeat. */
function halfLength(scale: number | null, random: Random): number {
  if (scale === null) return random.inTurn(128, 64, 128, 256)
  return scale < 1 ? random.inTurn(32, 64) : 256
}

/** Fields are deep and lines bright, as dyed wool is; colours that were asked for are taken as they are. */
function yarnsFor(
  { colours: asked, ground: askedGround }: Brief,
  { ground, main }: Colourway,
  random: Random,
): Record<Yarn, string> {
  const others = main.filter((hex) => !asked.includes(hex)).map((hex) => toned(hex, -0.1, 0.95))
  const mains = [...asked, ...others]
  const pool = askedGround ? [askedGround, ...mains] : mains
  const lightAsked = asked.find((hex) => hexToLab(hex).l > 0.85)
  const darkAsked = asked.find((hex) => hexToLab(hex).l < 0.34)
  const count = asked.length + (askedGround ? 1 : 0)
  const named = pool.filter((hex) => count < 3 || (hex !== lightAsked && hex !== darkAsked))
  // Of two asked colours either may be the field; a ground that was asked for is the field.
  const leading = askedGround || count < 2 ? named : [...random.shuffled(named.slice(0, 2)), ...named.slice(2)]
  const [field = ground] = leading
  const [second, accent] =
    count === 1 ? partnersOf(field, random) : [leading[1] ?? toned(field, -0.15), leading[2] ?? toned(field, 0.2)]
  const dark = darkAsked ?? (hexToLab(ground).l < 0.4 ? ground : lchToHex({ l: 0.25, c: 0.035, h: hexToLch(second).h }))
  const light = lightAsked ?? (hexToLab(ground).l > 0.8 ? ground : lchToHex({ l: 0.93, c: 0.03, h: hexToLch(field).h }))
  return { field, second, accent, dark, light }
}

/** What weavers put beside a single field: navy, bottle green or its own shade, and one bright line. */
function partnersOf(field: string, random: Random): [second: string, accent: string] {
  const apart = (hex: string) => difference(hexToLab(hex), hexToLab(field))
  const seconds = random.shuffled(['#22315c', '#1f4434', toned(field, -0.17)]).filter((hex) => apart(hex) > 0.13)
  const accents = random.shuffled(['#e3b54c', '#c5333a', '#f1e4c8', '#8fb3d9']).filter((hex) => apart(hex) > 0.2)
  return [seconds[0] ?? toned(field, -0.17), accents[0] ?? toned(field, 0.25)]
}
