import { housePalettes } from '../colour/house-palettes.ts'
import type { Mood } from '../prompt/brief.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { recoloured } from './colour-map.ts'
import { decoded } from './decode.ts'
import { mappedTo } from './recolour.ts'
import { resampled } from './resample.ts'
import { tonesOf } from './tones.ts'

interface RecolourWishes {
  colours: readonly string[]
  ground: string | null
  mood: Mood | null
}

/** The picture in other colours: those asked for, else a house palette by mood and seed. Nothing else about it changes. */
export async function recolouredPicture(source: Uint8Array, size: number, seed: number, wishes: RecolourWishes): Promise<Raster> {
  const picture = await resampled(await decoded(source, size * 2), size, size, 'cover')
  const asked = wishes.ground ? [wishes.ground, ...wishes.colours] : wishes.colours
  return recoloured(picture, mappedTo(asked.length > 0 ? asked : housePalette(wishes.mood, seed), await tonesOf(picture)))
}

function housePalette(mood: Mood | null, seed: number): string[] {
  const [first, ...others] = housePalettes.filter((palette) => palette.mood === (mood ?? 'any'))
  if (!first) throw new Error(`No house palette for the mood ${mood}`)
  const { light, dark, main } = createRandom(seed, 'recolour').inTurn(first, ...others)
  return [light, dark, ...main]
}
