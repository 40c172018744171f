import type { RepeatLayout } from 'shared'
import { housePalettes } from '../colour/house-palettes.ts'
import type { Mood } from '../prompt/brief.ts'
import { createRandom, type Random } from '../random.ts'
import type { Raster } from '../raster.ts'
import { type ColourMap, recoloured } from './colour-map.ts'
import { mappedTo, type Tones, tonedBy, tonesOf, turnedHues, withEnds } from './recolour.ts'
import { type RepeatPlan, repeated } from './repeat.ts'

/** What the prompt of a variation asks for. */
export interface VariationWishes {
  colours: string[]
  ground: string | null
  layout: RepeatLayout | null
  mood: Mood | null
}

/** One variation of a set: how the picture repeats and how its colours change. */
interface Variation {
  layout: RepeatLayout
  across: number
  /** Turn the hues by so many degrees, or tone with a palette of a mood. */
  colour: { turn: number } | { palette: Mood | 'any' }
}

/** The set a batch walks through: neighbours differ in layout, in scale and in colour. */
const set: readonly Variation[] = [
  { layout: 'block', across: 1, colour: { turn: 40 } },
  { layout: 'half-drop', across: 2, colour: { palette: 'any' } },
  { layout: 'mirror', across: 2, colour: { turn: 165 } },
  { layout: 'brick', across: 2, colour: { palette: 'vintage' } },
  { layout: 'mirror', across: 4, colour: { palette: 'dark' } },
  { layout: 'half-drop', across: 2, colour: { turn: -100 } },
  { layout: 'block', across: 2, colour: { palette: 'vivid' } },
  { layout: 'brick', across: 4, colour: { palette: 'pastel' } },
]

/** A variation of a picture: the `index`th of a set, coloured by the seed; wishes take precedence. */
export async function varied(
  source: Uint8Array,
  size: number,
  index: number,
  seed: number,
  wishes: VariationWishes,
): Promise<Raster> {
  const variation = set[index % set.length]
  if (!variation) throw new Error(`No variation ${index}`)
  const tones = await tonesOf(source)
  const tile = await repeated(source, size, planFor(variation, wishes))
  const random = createRandom(seed, 'vary')
  return recoloured(
    tile,
    wishes.colours.length > 0 ? askedMap(wishes, index, tones) : freeMap(variation, wishes.mood, tones, random),
  )
}

function planFor({ layout, across }: Variation, wishes: VariationWishes): RepeatPlan {
  const wanted = wishes.layout ?? layout
  return { layout: wanted, across: wanted === 'block' ? across : Math.max(2, across), flattening: wanted === 'mirror' ? 0 : 0.6 }
}

function freeMap({ colour }: Variation, mood: Mood | null, tones: Tones, random: Random): ColourMap {
  if ('turn' in colour && !tones.grey && !mood) return turnedHues(colour.turn + random.between(-12, 12), 1.05)
  const wanted = mood ?? ('palette' in colour ? colour.palette : 'any')
  const fitting = housePalettes.filter((palette) => palette.mood === wanted)
  const palette = fitting[random.below(fitting.length)]
  if (!palette) throw new Error(`No house palette for the mood ${wanted}`)
  const [first, second, third] = palette.main
  if (tones.flat) return mappedTo([palette.light, palette.dark, ...palette.main], tones)
  return tonedBy([palette.dark, first, random.pick(second, third), palette.light], tones)
}

/** The colours asked for, told apart over the batch by how deep and how light the ends of the ramp are. */
function askedMap({ colours, ground }: VariationWishes, index: number, tones: Tones): ColourMap {
  const asked = ground ? [ground, ...colours] : colours
  if (tones.flat) return mappedTo(asked, tones)
  return tonedBy(withEnds(asked), tones, index % 2 === 0 || tones.grey ? 0 : 0.25)
}
