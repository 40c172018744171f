import { type HousePalette, housePalettes } from '../colour/house-palettes.ts'
import { hexToLch, lchToHex, lchToLab } from '../colour/oklab.ts'
import type { Mood } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { ColourMap } from './colour-map.ts'
import { grounded, groundedOn, ownOnGround, palettesSwapped } from './palette-swap.ts'
import { mappedTo } from './recolour.ts'
import type { Colouring } from './set-plan.ts'
import { rampThrough } from './tone-ramp.ts'
import type { Tones } from './tones.ts'

/** What of a prompt decides a set's colours. */
export interface ColourWishes {
  colours: readonly string[]
  ground: string | null
  mood: Mood | null
}

/** A place in a set. */
export interface Place {
  index: number
  /** The set's. */
  seed: number
}

/** Most degrees by which a house palette is turned: sets that meet on one palette are still not of one colour, and no colour turns to dirt. */
const mostLean = 24

interface Colourway {
  ground: string
  motifs: string[]
}

/** The colourways of one palette composed by hand, so that they belong together: on its light ground, on its dark one, on two of its colours. */
function colourwayFor(colouring: Exclude<Colouring, 'own'>, { index, seed }: Place, mood: Mood | null): Colourway & Ends {
  const random = createRandom(seed, 'set colours')
  const fitting = random.shuffled(housePalettes.filter((palette) => palette.mood === (mood ?? 'any')))
  const chosen: HousePalette | undefined = fitting[Math.floor(index / 8) % Math.max(1, fitting.length)]
  if (!chosen) throw new Error(`No house palette for the mood ${mood}`)
  const turn = random.between(-mostLean, mostLean)
  const [light, dark] = [turnedBy(chosen.light, turn), turnedBy(chosen.dark, turn)]
  const [a = light, b = light, c = light, d = light, e = light] = random.shuffled(chosen.main).map((hex) => turnedBy(hex, turn))
  const ways = {
    first: { ground: light, motifs: [a, b, c] },
    second: { ground: dark, motifs: [d, e, a] },
    third: { ground: c, motifs: [light, dark, d, b] },
    fourth: { ground: e, motifs: [dark, light, a, c] },
  }
  return { ...ways[colouring], light, dark }
}

/** The palette's lightest and darkest colour, between which a photograph's tones lie on any ground. */
interface Ends {
  light: string
  dark: string
}

function turnedBy(hex: string, degrees: number): string {
  const { l, c, h } = hexToLch(hex)
  return lchToHex({ l, c, h: h + degrees })
}

/** The colours of an image of a set, darkest first, where it is to be printed in inks; null for the picture's own. */
export function inksFor(
  colouring: Colouring,
  place: Place,
  { colours, ground, mood }: ColourWishes,
  tones: Tones,
): string[] | null {
  const asked = ground ? [ground, ...colours] : colours
  if (asked.length > 0) return rampThrough(asked)
  if (colouring === 'own') return null
  const { light, dark, motifs } = colourwayFor(colouring, place, mood)
  const [leading = dark, ...others] = motifs
  const end = colouring === 'second' ? endOfMost(tones) : null
  if (end === 'dark') return rampThrough([atLightness(leading, deep), ...others.slice(0, 2), light])
  if (end === 'light') return rampThrough([dark, ...others.slice(0, 2), atLightness(leading, pale)])
  return rampThrough([dark, leading, ...others.slice(0, 1), light])
}

/** Share from which one tone is most of a picture. */
const most = 0.5
/** Lightness of a motif's colour as the dark or the light of its colourway: so that no other is added beyond it. */
const deep = 0.31
const pale = 0.885

/** At which end of a palette most of a picture would lie, in every colourway alike; null where its tones are divided. */
function endOfMost({ swatches }: Tones): 'dark' | 'light' | null {
  const [main, ...others] = swatches.toSorted((p, q) => q.share - p.share)
  if (!main || main.share < most) return null
  const lighter = others.filter(({ lab }) => lab.l > main.lab.l).reduce((sum, { share }) => sum + share, 0)
  return lighter * 2 > 1 - main.share ? 'dark' : 'light'
}

function atLightness(hex: string, l: number): string {
  const { c, h } = hexToLch(hex)
  return lchToHex({ l, c, h })
}

/** How an image of a set is coloured; null: as it is. */
export function colourMapFor(colouring: Colouring, place: Place, wishes: ColourWishes, tones: Tones): ColourMap | null {
  const { colours, ground, mood } = wishes
  const { swatches } = tones
  if (colours.length > 0 || ground) {
    if (!tones.flat) return mappedTo(colours, ground, tones)
    return palettesSwapped(swatches, groundedOn(swatches, colours, ground, place.index, place.seed))
  }
  if (!tones.flat) {
    const ramp = inksFor(colouring, place, wishes, tones)
    return ramp ? mappedTo(ramp, null, tones) : ownPhotographColours(place)
  }
  if (colouring === 'own') return ownPrintColours(place, tones)
  const way = colourwayFor(colouring, place, mood)
  return palettesSwapped(swatches, grounded(swatches, way.motifs, way.ground))
}

/** A photograph's own colours, as if printed a little warmer or cooler, deeper or lighter. */
function ownPhotographColours({ index, seed }: Place): ColourMap {
  const random = createRandom(seed, `own light ${index}`)
  const gamma = random.chance(0.5) ? random.between(0.84, 0.94) : random.between(1.06, 1.2)
  const cast = lchToLab({ l: 0, c: 0.018, h: random.between(0, 360) })
  return ({ l, a, b }) => ({ l: l ** gamma, a: a * 1.05 + cast.a, b: b * 1.05 + cast.b })
}

/** A print's own colours, on a ground of another hue in the first half of its set. */
function ownPrintColours({ index, seed }: Place, { swatches }: Tones): ColourMap | null {
  const random = createRandom(seed, `own ground ${index}`)
  return index % 8 < 4 ? palettesSwapped(swatches, ownOnGround(swatches, random)) : null
}
