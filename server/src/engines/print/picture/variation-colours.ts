import { type HousePalette, housePalettes } from '../colour/house-palettes.ts'
import { houseRamps } from '../colour/house-ramps.ts'
import { hexToLch, lchToHex, lchToLab } from '../colour/oklab.ts'
import type { Mood } from '../prompt/brief.ts'
import { createRandom, type Random } from '../random.ts'
import type { ColourMap } from './colour-map.ts'
import { turnedHues } from './hue-turn.ts'
import { grounded, groundedOn, ownOnGround, palettesSwapped } from './palette-swap.ts'
import { atLightness, partedBy, rampThrough, tonedBy } from './tone-ramp.ts'
import type { Tones } from './tones.ts'

/**
 * How a variation's colours come about: the picture's own (flat artwork on another ground), its hues turned together, one
 * ramp of tones, or two ramps parted by the picture's own difference of hue.
 */
export type ColourStep = { way: 'own' | 'turned' } | { way: 'toned' | 'parted'; mood: Mood | 'any' }

const moods: readonly (Mood | 'any')[] = ['any', 'vintage', 'any', 'dark', 'vivid', 'any', 'pastel', 'natural']

/** The `index`th colouring of a set: its own colours once in four images, the rest by moods in an order that the seed decides. */
export function stepFor(index: number, seed: number, mood: Mood | null, tones: Tones): ColourStep {
  const random = createRandom(seed, 'colour steps')
  const way = index % 2 === 0 ? 'parted' : 'toned'
  if (mood) return { way, mood }
  if (index % 4 === random.below(4)) return { way: 'own' }
  const order = random.shuffled(moods)
  if (!tones.flat && !tones.grey && index % 3 === random.below(3)) return { way: 'turned' }
  return { way, mood: order[index % order.length] ?? 'any' }
}

/** The colours of a variation where none were asked for. `order` is its place in the set, `seed` the set's. */
export function freeColours(step: ColourStep, order: number, seed: number, tones: Tones): ColourMap {
  const mood = 'mood' in step ? step.mood : 'any'
  const random = createRandom(seed, `colours ${order}`)
  if (step.way === 'own') return ownColours(tones, random)
  if (tones.flat) {
    const palette = leaning(housePaletteFor(mood, order, seed), random)
    return palettesSwapped(tones.swatches, grounded(tones.swatches, palette, random.chance(0.5) ? 'light' : 'dark'))
  }
  if (step.way === 'turned' && !tones.grey) return turnedHues(tones, seed + order, random.between(-14, 14), 1.04)
  if (step.way !== 'parted') return tonedBy(rampFor(mood, order, seed), tones)
  const palette = housePaletteFor(mood, order, seed)
  const [main, other] = pairOf(palette, seed + order)
  const middle = middleOf(tones)
  const ramp = (hex: string) => [palette.dark, atLightness(hex, middle), palette.light]
  return partedBy(ramp(main), ramp(other), tones)
}

/** The picture's own colours: a print's on another ground; a photograph's as if printed warmer or cooler, deeper or lighter. */
function ownColours(tones: Tones, random: Random): ColourMap {
  if (tones.flat) return palettesSwapped(tones.swatches, ownOnGround(tones.swatches, random))
  const gamma = random.chance(0.5) ? random.between(0.7, 0.88) : random.between(1.12, 1.4)
  const cast = lchToLab({ l: 0, c: tones.grey ? 0.045 : 0.03, h: random.between(0, 360) })
  return ({ l, a, b }) => ({ l: l ** gamma, a: a + cast.a, b: b + cast.b })
}

/** Most degrees by which a house colour is turned: sets that meet on one palette are still not of one colour, and no colour turns to dirt. */
const mostLean = 24

/** Three to five colours of a palette, all hues leaning a little to one side. */
function leaning(palette: HousePalette, random: Random): { light: string; dark: string; main: string[] } {
  const turn = random.between(-mostLean, mostLean)
  const lean = (hex: string) => turnedBy(hex, turn)
  const main = random.shuffled(palette.main).slice(0, 3 + random.below(3))
  return { light: lean(palette.light), dark: lean(palette.dark), main: main.map(lean) }
}

function turnedBy(hex: string, degrees: number): string {
  const { l, c, h } = hexToLch(hex)
  return lchToHex({ l, c, h: h + degrees })
}

/** The colours asked for; the ends of a photograph's ramp are of their hues in even variations, ink and warm white in odd ones. */
export function askedColours(
  colours: readonly string[],
  ground: string | null,
  index: number,
  seed: number,
  tones: Tones,
): ColourMap {
  if (tones.flat) return palettesSwapped(tones.swatches, groundedOn(tones.swatches, colours, ground, index, seed))
  const asked = ground ? [ground, ...colours] : colours
  return tonedBy(rampThrough(asked, index % 2 === 0 ? 'own' : 'neutral'), tones)
}

/** Where a ramp's middle colour stands: near the picture's own middle, but never so far that it looks burnt or washed out. */
function middleOf({ darkest, middle, lightest }: Tones): number {
  const share = (middle - darkest) / Math.max(0.05, lightest - darkest)
  return 0.52 + Math.min(1, Math.max(0, share)) * 0.2
}

/** A ramp of a mood; its hues are turned a little, so that two sets that meet on one ramp are not of one colour. */
function rampFor(mood: Mood | 'any', order: number, seed: number): readonly string[] {
  const fitting = createRandom(seed, 'ramp').shuffled(houseRamps.filter((ramp) => ramp.mood === mood))
  const chosen = fitting[order % Math.max(1, fitting.length)]
  if (!chosen) throw new Error(`No house ramp for the mood ${mood}`)
  const turn = createRandom(seed, `ramp ${order}`).between(-mostLean, mostLean)
  return chosen.stops.map((hex) => turnedBy(hex, turn))
}

function housePaletteFor(mood: Mood | 'any', order: number, seed: number): HousePalette {
  const fitting = createRandom(seed, 'variation').shuffled(housePalettes.filter((palette) => palette.mood === mood))
  const chosen = fitting[order % Math.max(1, fitting.length)]
  if (!chosen) throw new Error(`No house palette for the mood ${mood}`)
  return chosen
}

/** Two colours of a palette that tell apart by hue. */
function pairOf({ main }: Pick<HousePalette, 'main'>, seed: number): [string, string] {
  const [first, ...others] = createRandom(seed, 'pair').shuffled(main.filter((hex) => hexToLch(hex).c > 0.05))
  const lead = first ?? main[0]
  const apart = (hex: string) => Math.abs(((hexToLch(hex).h - hexToLch(lead).h + 540) % 360) - 180)
  const other = others.toSorted((p, q) => apart(q) - apart(p))[0] ?? main[1]
  return [lead, other]
}
