import type { RepeatLayout } from 'shared'
import type { Mood } from '../prompt/brief.ts'
import type { Raster } from '../raster.ts'
import { recoloured } from './colour-map.ts'
import { acrossFor, repeated } from './repeat.ts'
import { sourceOf } from './source.ts'
import { askedColours, type ColourStep, freeColours } from './variation-colours.ts'

/** What the prompt of a variation asks for. */
export interface VariationWishes {
  colours: string[]
  ground: string | null
  layout: RepeatLayout | null
  mood: Mood | null
  /** Under 1 smaller than usual, above 1 larger. */
  scale: number | null
}

/** One variation of a set: how the picture repeats and how its colours change. */
interface Variation {
  layout: RepeatLayout
  /** Units along the tile's side. */
  across: number
  colour: ColourStep
}

/** The set a batch walks through: neighbours differ in layout, in scale and in colour. */
const set: readonly Variation[] = [
  { layout: 'block', across: 1, colour: { way: 'turned' } },
  { layout: 'half-drop', across: 2, colour: { way: 'own' } },
  { layout: 'mirror', across: 2, colour: { way: 'parted', mood: 'any' } },
  { layout: 'brick', across: 2, colour: { way: 'toned', mood: 'vintage' } },
  { layout: 'mirror', across: 4, colour: { way: 'parted', mood: 'dark' } },
  { layout: 'half-drop', across: 2, colour: { way: 'turned' } },
  { layout: 'block', across: 2, colour: { way: 'toned', mood: 'vivid' } },
  { layout: 'brick', across: 4, colour: { way: 'toned', mood: 'pastel' } },
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
  const picture = await sourceOf(source, size)
  const layout = wishes.layout ?? variation.layout
  const across = acrossFor(layout, variation.across, wishes.scale)
  const tile = await repeated(picture, size, layout, across)
  const { colours, ground } = wishes
  if (colours.length > 0 || ground) return recoloured(tile, askedColours(colours, ground, index, picture.tones))
  if (wishes.mood)
    return recoloured(
      tile,
      freeColours({ way: index % 2 === 0 ? 'parted' : 'toned', mood: wishes.mood }, index, seed, picture.tones),
    )
  return variation.colour.way === 'own' ? tile : recoloured(tile, freeColours(variation.colour, index, seed, picture.tones))
}
