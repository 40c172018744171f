import type { Brief } from '../prompt/brief.ts'
import type { Random } from '../random.ts'
import { inCustomaryColours } from './customary-colours.ts'
import { inGrownColours } from './grown-colours.ts'
import { housePalettes } from './house-palettes.ts'
import { difference, hexToLab, hexToLch, lchToHex, toned } from './oklab.ts'

/** The colours of one print. */
export interface Colourway {
  ground: string
  /** Four or more; those asked for come first and are kept exactly. */
  main: string[]
  /** A green, or what stands for it, that shows on the ground. */
  leaf: string
  /** For fine lines and flower centres: far from the ground. */
  ink: string
}

/** Least ΔE_OK at which a motif reads well on its ground. */
const readable = 0.16

/** Chooses the colours of a print: what was asked, completed in harmony; the seed decides what was left open. */
export function colourwayFor(brief: Brief, random: Random): Colourway {
  const named = brief.colours.length > 0 || brief.mood ? brief : inCustomaryColours(inGrownColours(brief, random), random)
  const found = named.colours.length > 0 ? fromAsked(named, random) : fromHouse(named, random)
  return { ...found, leaf: leafFor(found.main, brief.colours, found.ground, brief.mood), ink: inkFor(found.ground, found.main) }
}

function fromHouse({ mood, ground, motif }: Brief, random: Random): { ground: string; main: string[] } {
  const fitting = housePalettes.filter((palette) => palette.mood === (mood ?? 'any'))
  const chosen = inTurnOf(fitting, random)
  if (!chosen) throw new Error(`No house palette for the mood ${mood}`)
  // Gingham is dyed yarn in white: on a dark cloth its halftones turn to mud.
  const dark = mood === 'dark' || (mood !== 'pastel' && motif !== 'gingham' && random.chance(0.3))
  const cloth = ground ?? (dark ? chosen.dark : chosen.light)
  const [first, ...others] = chosen.main
  return { ground: cloth, main: [first, ...random.shuffled(others)].map((hex) => clearOf(hex, cloth)) }
}

const inTurnOf = <T>([first, ...others]: readonly T[], random: Random): T | undefined =>
  first === undefined ? first : random.inTurn(first, ...others)

function fromAsked(brief: Brief, random: Random): { ground: string; main: string[] } {
  const { ground, rest } = groundAmong(brief, random)
  const asked = rest.length > 0 ? rest : brief.colours
  const cloth = ground ?? groundFor(asked, brief.mood, random)
  const fills = asked.flatMap((hex) => companions(hex, cloth)).filter((hex) => asked.every((one) => apart(one, hex) > 0.07))
  return { ground: cloth, main: [...asked, ...random.shuffled(fills)].slice(0, Math.max(4, asked.length)) }
}

/** Where several colours were asked and no ground, a near-white, a cream or a very dark one among them is the ground. */
function groundAmong({ ground, colours, motif }: Brief, random: Random): { ground: string | null; rest: string[] } {
  if (ground || colours.length < 2) return { ground, rest: colours }
  const extremes = colours.filter((hex) => {
    const { l, c } = hexToLch(hex)
    return (l > 0.9 && c < 0.06) || l < 0.32
  })
  const lightest = [...colours].sort((p, q) => hexToLab(q).l - hexToLab(p).l)
  const plain = motif !== 'floral' && motif !== 'terrazzo'
  const candidates = extremes.length > 0 ? extremes : plain ? lightest.slice(0, 2) : []
  const chosen = inTurnOf(candidates, random)
  return chosen ? { ground: chosen, rest: colours.filter((hex) => hex !== chosen) } : { ground: null, rest: colours }
}

/** Pale flowers on white cloth are liked, and their petals are outlined: less is enough than for other things. */
const readableOnCloth = 0.115

/** Cloths on which white is at its best. */
const underWhite = ['#27406b', '#7f9a76', '#86aecb', '#2b4a43', '#d27a60', '#1f2433'] as const

/** A ground on which everything asked reads: warm white, a tint of the first colour, a deep shade, in turn by the seed. */
function groundFor(asked: string[], mood: Brief['mood'], random: Random): string {
  const first = hexToLch(asked[0] ?? '#888888')
  const tint = lchToHex({ l: 0.945, c: Math.min(0.035, first.c * 0.3), h: first.h })
  const deep = (h: number) => lchToHex({ l: 0.27, c: Math.min(0.06, 0.02 + first.c * 0.25), h })
  const [near, far] = first.h > 60 && first.h < 160 ? [150, 262] : [262, 165]
  const light = ['#f8f3e8', tint, '#fbf9f4']
  if (first.l > 0.92 && first.c < 0.04 && mood === null) return random.inTurn(...underWhite)
  const ordered =
    mood === 'dark' ? [deep(near), deep(far)] : mood === 'pastel' ? light : ['#f8f3e8', tint, deep(near), '#fbf9f4', deep(far)]
  const reads = (ground: string) => Math.min(...asked.map((hex) => apart(hex, ground)))
  const good = ordered.filter((ground) => reads(ground) >= readableOnCloth)
  const all = [...ordered, deep(near)]
  return inTurnOf(good, random) ?? all.reduce((best, ground) => (reads(ground) > reads(best) ? ground : best))
}

/** A lighter tint, a deeper shade and a neighbour of a colour, all readable on the ground; near enough to support it, never to outweigh it. */
function companions(hex: string, ground: string): string[] {
  const { l, c, h } = hexToLch(hex)
  // A shade of white is dirt; what stands beside white is cream or, where that would not show, a shade of the ground.
  if (l > 0.9 && c < 0.05) {
    const creams = [
      { l: 0.93, c: 0.045, h: 88 },
      { l: 0.9, c: 0.075, h: 84 },
    ].map(lchToHex)
    return creams.every((cream) => apart(cream, ground) > readable)
      ? creams
      : [toned(ground, -0.18, 1.6), toned(ground, -0.3, 1.8)]
  }
  const tint = lchToHex({ l: l + (0.95 - l) * 0.5, c: c * 0.62, h })
  // Dark yellows turn to dirt: their shade leans to orange and stays lighter; that of pale ones is honey.
  const yellow = h > 55 && h < 115
  const shade = yellow
    ? lchToHex({ l: Math.max(0.24, l * 0.88), c: l > 0.86 ? Math.max(c * 0.95, Math.min(0.12, c * 2)) : c * 0.95, h: h - 16 })
    : lchToHex({ l: Math.max(0.24, l * 0.84), c: c * 0.95, h })
  const neighbour = lchToHex({ l: Math.min(0.88, l + 0.06), c: c * 0.88, h: h + (h > 115 && h < 200 ? 18 : -18) })
  return [tint, shade, neighbour].map((one) => clearOf(one, ground))
}

const apart = (p: string, q: string) => difference(hexToLab(p), hexToLab(q))

/** The colour, moved in lightness away from the ground until it reads: until `least` ΔE_OK part them. */
export function clearOf(hex: string, ground: string, least = readable): string {
  const away = hexToLab(hex).l >= hexToLab(ground).l && hexToLab(ground).l < 0.75 ? 0.04 : -0.04
  let moved = hex
  for (let step = 0; step < 10 && apart(moved, ground) < least; step++) moved = toned(moved, away)
  return moved
}

/** A green that was asked for, else a quiet one that suits the others and shows on the ground. */
function leafFor(main: string[], asked: string[], ground: string, mood: Brief['mood']): string {
  const isGreen = (hex: string) => {
    const { c, h } = hexToLch(hex)
    return c > 0.03 && h > 105 && h < 190
  }
  const given = asked.find(isGreen)
  if (given && apart(given, ground) > 0.1) return given
  const hues = main.map(hexToLch).filter(({ c }) => c >= 0.03)
  const blues = hues.length > 0 && hues.every((one) => one.h < -60)
  const chroma = mood === 'vivid' ? 0.11 : mood === 'pastel' ? 0.055 : 0.068
  const l = hexToLab(ground).l < 0.5 ? 0.63 : mood === 'pastel' ? 0.72 : 0.52
  return clearOf(lchToHex({ l, c: chroma, h: blues ? 205 : 138 }), ground)
}

function inkFor(ground: string, main: string[]): string {
  const { h } = hexToLch(main[0] ?? ground)
  return hexToLab(ground).l < 0.5 ? lchToHex({ l: 0.95, c: 0.03, h: 85 }) : lchToHex({ l: 0.3, c: 0.045, h })
}
