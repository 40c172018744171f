import { type HousePalette, housePalettes } from '../colour/house-palettes.ts'
import { houseRamps } from '../colour/house-ramps.ts'
import { hexToLch } from '../colour/oklab.ts'
import type { Mood } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { ColourMap } from './colour-map.ts'
import { turnedHues } from './hue-turn.ts'
import { grounded, groundedOn, palettesSwapped } from './palette-swap.ts'
import { atLightness, partedBy, rampThrough, tonedBy } from './tone-ramp.ts'
import type { Tones } from './tones.ts'

/**
 * How a variation's colours come about: the picture's own, its hues turned together, one ramp of tones, or two ramps
 * parted by the picture's own difference of hue.
 */
export type ColourStep = { way: 'own' } | { way: 'turned' } | { way: 'toned' | 'parted'; mood: Mood | 'any' }

/** The colours of a variation where none were asked for. */
export function freeColours(step: ColourStep, index: number, seed: number, tones: Tones): ColourMap {
  if (step.way === 'own') return (lab) => lab
  const mood = 'mood' in step ? step.mood : 'any'
  if (tones.flat) return palettesSwapped(tones.swatches, grounded(tones.swatches, housePaletteFor(mood, seed), groundFor(mood)))
  if (step.way === 'turned' && !tones.grey) return turnedHues(tones, seed + index, 1.04)
  if (step.way !== 'parted') return tonedBy(rampFor(mood, seed), tones)
  const palette = housePaletteFor(step.mood, seed)
  const [main, other] = pairOf(palette, seed)
  const middle = middleOf(tones)
  const ramp = (hex: string) => [palette.dark, atLightness(hex, middle), palette.light]
  return partedBy(ramp(main), ramp(other), tones)
}

/** The colours asked for; the ends of a photograph's ramp are of their hues in even variations, ink and warm white in odd ones. */
export function askedColours(colours: readonly string[], ground: string | null, index: number, tones: Tones): ColourMap {
  if (tones.flat) return palettesSwapped(tones.swatches, groundedOn(tones.swatches, colours, ground))
  const asked = ground ? [ground, ...colours] : colours
  return tonedBy(rampThrough(asked, index % 2 === 0 ? 'own' : 'neutral'), tones)
}

/** Where a ramp's middle colour stands: near the picture's own middle, but never so far that it looks burnt or washed out. */
function middleOf({ darkest, middle, lightest }: Tones): number {
  const share = (middle - darkest) / Math.max(0.05, lightest - darkest)
  return 0.52 + Math.min(1, Math.max(0, share)) * 0.2
}

function rampFor(mood: Mood | 'any', seed: number): readonly string[] {
  const [first, ...others] = houseRamps.filter((ramp) => ramp.mood === mood)
  if (!first) throw new Error(`No house ramp for the mood ${mood}`)
  return createRandom(seed, 'ramp').inTurn(first, ...others).stops
}

function housePaletteFor(mood: Mood | 'any', seed: number): HousePalette {
  const [first, ...others] = housePalettes.filter((palette) => palette.mood === mood)
  if (!first) throw new Error(`No house palette for the mood ${mood}`)
  return createRandom(seed, 'variation').inTurn(first, ...others)
}

/** Moods that change a light ground to a dark one or back; the others leave light and dark where they are. */
function groundFor(mood: Mood | 'any'): 'light' | 'dark' | 'as it is' {
  return mood === 'dark' ? 'dark' : mood === 'pastel' ? 'light' : 'as it is'
}

/** Two colours of a palette that tell apart by hue. */
function pairOf({ main }: HousePalette, seed: number): [string, string] {
  const [first, ...others] = createRandom(seed, 'pair').shuffled(main.filter((hex) => hexToLch(hex).c > 0.05))
  const lead = first ?? main[0]
  const apart = (hex: string) => Math.abs(((hexToLch(hex).h - hexToLch(lead).h + 540) % 360) - 180)
  const other = others.toSorted((p, q) => apart(q) - apart(p))[0] ?? main[1]
  return [lead, other]
}
