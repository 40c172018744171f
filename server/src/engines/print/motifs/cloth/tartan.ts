import type { Colourway } from '../../colour/colourway.ts'
import { between, difference, hexToLab, hexToLch, lchToHex, toned } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import type { Generator } from '../drawing.ts'
import { twill } from './bindings.ts'
import { combined } from './combinations.ts'
import { type NamedSett, namedSetts, type TartanName, wholeSett } from './named-setts.ts'
import { type HouseSett, houseSetts, type Role } from './setts.ts'
import { fitted, fromWidest, type Stripe, threaded } from './threads.ts'

type Yarns = Record<Role, string>

/** Tartan: a sett, the same in warp and weft, in a 2/2 twill; one of the traditional ones by its name, else one of the house's. */
export const tartan: Generator = (brief, colours, random) => {
  const name = motifStyles.tartan.find((one) => one === brief.style)
  const sequence = name ? namedSequence(name, brief, colours, random) : houseSequence(brief, colours, random)
  const threads = fromWidest(sequence)
  return { kind: 'woven', weave: { warp: threads, weft: threads, binding: twill, seed: random.below(2 ** 31) } }
}

function houseSequence(brief: Brief, colours: Colourway, random: Random): string[] {
  const yarns = yarnsFor(brief, colours, random)
  const sett = random.inTurn<HouseSett>(houseSetts[0] ?? [], ...houseSetts.slice(1))
  const half = halfLength(brief.scale, random)
  const yarnOf = (role: Role) => (role === 'dark' && barsAreSecond(brief, sett) ? yarns.second : yarns[role])
  const there = fitted(
    sett.map(([role, count]) => [yarnOf(role), count] as const),
    half,
  )
  return threaded([...there, ...there.toReversed()])
}

/** How a named tartan is woven where its colours are not asked for: its dyes, and how often the sett goes into a repeat. */
const manners: readonly [Dyes, number][] = [
  ['modern', 1],
  ['modern', 2],
  ['ancient', 1],
  ['modern', 3],
  ['weathered', 1],
  ['ancient', 2],
  ['ancient', 3],
  ['weathered', 2],
]

/** Modern dyes are the recorded ones; ancient are those of plants, lighter; weathered as if found in a peat bog, faded and warm. */
type Dyes = 'modern' | 'ancient' | 'weathered'

function namedSequence(name: TartanName, brief: Brief, colours: Colourway, random: Random): string[] {
  const sett = namedSetts[name]
  const [first = ['modern', 1], ...others] = manners
  const asked = brief.colours.length > 0 || brief.ground !== null || brief.mood !== null
  const [repeats, turn] = combined(random, [1, 2, 3, 4], [0, 1, 2, 3, 4, 5])
  const [dyes, times] = random.inTurn(first, ...others)
  const usual = asked ? repeats : times
  const yarns = asked ? recoloured(sett, yarnsFor(brief, colours, random), turn) : dyedYarns(sett, dyes)
  const stripes = wholeSett(sett.counts).map(([yarn, count]): Stripe => [yarns[yarn] ?? colours.ink, count])
  return inRepeat(stripes, brief.scale === null ? usual : brief.scale < 1 ? 3 : 1)
}

/** A sett shorter than this goes into a repeat once more; more threads than the most would hide its twill. */
const short = 300
const most = 520

/**
 * A whole sett as recorded, thread for thread, as often as fills the repeat; drawn finer where it is wanted more often.
 * Its first pivot takes up to three threads, so that the twill meets itself.
 */
function inRepeat(stripes: Stripe[], wanted: number): string[] {
  const length = stripes.reduce((sum, [, count]) => sum + count, 0)
  const times = length < short ? wanted + 1 : wanted
  const finer = Math.min(1, most / times / length)
  const sett = stripes.flatMap(([hex, count]) => Array.from({ length: Math.max(1, Math.round(count * finer)) }, () => hex))
  const [pivot = ''] = sett
  while ((sett.length * times) % 4 !== 0) sett.unshift(pivot)
  return Array.from({ length: sett.length * times }, (_, at) => sett[at % sett.length] ?? pivot)
}

function dyedYarns({ yarns }: NamedSett, dyes: Dyes): Record<string, string> {
  return Object.fromEntries(Object.entries(yarns).map(([yarn, hex]) => [yarn, dyedIn(dyes, hex)]))
}

function dyedIn(dyes: Dyes, hex: string): string {
  const { l, c, h } = hexToLch(hex)
  if (dyes === 'modern') return hex
  if (dyes === 'ancient') return c < 0.03 ? (l < 0.5 ? hex : '#f3efe4') : lchToHex({ l: l + (0.66 - l) * 0.55, c: c * 0.72, h })
  return between(lchToHex({ l: l + (0.58 - l) * 0.22, c: c * 0.68, h }), '#75634a', 0.16)
}

/**
 * The asked colours in a sett's roles: the yarn of which there is most is the field, and black stays the dark one and white
 * the light one. `turn` deals the colours out from another one on.
 */
function recoloured({ counts, yarns }: NamedSett, dyes: Yarns, turn: number): Record<string, string> {
  const stripes = wholeSett(counts)
  const threadsOf = (yarn: string) => stripes.reduce((sum, [one, count]) => sum + (one === yarn ? count : 0), 0)
  const ranked = Object.keys(yarns).toSorted((p, q) => threadsOf(q) - threadsOf(p))
  const coloured = ranked.filter((yarn) => yarn !== 'K' && yarn !== 'W')
  // As many as the sett has, so that none of the leading colours is dealt out of it.
  const dealt = [dyes.field, dyes.second, dyes.accent].slice(0, coloured.length)
  const from = turn % dealt.length
  const places = [...dealt.slice(from), ...dealt.slice(0, from), toned(dyes.accent, -0.12, 0.9)]
  return Object.fromEntries([
    ['K', dyes.dark],
    ['W', dyes.light],
    ...coloured.map((yarn, at) => [yarn, places[at] ?? dyes.field] as const),
  ])
}
/** Where two colours were asked for and a sett has no second field, its dark bars are woven in the second colour. */
function barsAreSecond({ colours, ground }: Brief, sett: HouseSett): boolean {
  return colours.length + (ground ? 1 : 0) >= 2 && sett.every(([role]) => role !== 'second')
}

/** Threads in half a sett; the whole one must divide the repeat. */
function halfLength(scale: number | null, random: Random): number {
  if (scale === null) return random.inTurn(128, 64, 128, 256)
  return scale < 1 ? random.inTurn(32, 64) : 256
}

/** Fields are deep and lines bright, as dyed wool is; colours that were asked for are taken as they are. */
function yarnsFor({ colours: asked, ground: askedGround }: Brief, { ground, main }: Colourway, random: Random): Yarns {
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
