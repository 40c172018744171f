import type { Mood } from '../prompt/brief.ts'
import type { Raster } from '../raster.ts'
import { recolouredCalmly } from './calm-hues.ts'
import { recoloured } from './colour-map.ts'
import { decoded } from './decode.ts'
import { withContrast } from './flat-source.ts'
import { mappedTo } from './recolour.ts'
import { readyFor, resampled } from './resample.ts'
import { tonesOf } from './tones.ts'
import { freeColours } from './variation-colours.ts'

interface RecolourWishes {
  colours: readonly string[]
  ground: string | null
  mood: Mood | null
}

/** The picture in other colours: those asked for, else some of the house's by mood and seed. Nothing else about it changes. */
export async function recolouredPicture(source: Uint8Array, size: number, seed: number, wishes: RecolourWishes): Promise<Raster> {
  const whole = await withContrast(await decoded(source, size * 2))
  const tones = await tonesOf(whole)
  const picture = await resampled(tones.flat ? whole : await readyFor(whole, size), size, size, 'cover')
  if (!wishes.ground && wishes.colours.length === 0)
    return recoloured(picture, freeColours({ way: 'toned', mood: wishes.mood ?? 'any' }, 0, seed, tones))
  const map = mappedTo(wishes.colours, wishes.ground, tones)
  return tones.flat ? recoloured(picture, map) : recolouredCalmly(picture, map)
}
