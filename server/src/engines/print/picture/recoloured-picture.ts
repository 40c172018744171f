import { housePalettes } from '../colour/house-palettes.ts'
import { createRandom } from '../random.ts'
import type { Raster } from '../raster.ts'
import { recoloured } from './colour-map.ts'
import { decoded } from './decode.ts'
import { mappedTo } from './recolour.ts'
import { tonesOf } from './tones.ts'

/** The picture in other colours: those given, else a house palette by the seed. Nothing else about it changes. */
export async function recolouredPicture(
  source: Uint8Array,
  size: number,
  seed: number,
  palette: readonly string[],
): Promise<Raster> {
  const picture = await decoded(source, size, size, 'cover')
  const tones = await tonesOf(source)
  return recoloured(picture, mappedTo(palette.length > 0 ? palette : housePalette(seed), tones))
}

function housePalette(seed: number): string[] {
  const [first, ...others] = housePalettes
  if (!first) throw new Error('There are no house palettes')
  const { light, dark, main } = createRandom(seed, 'recolour').pick(first, ...others)
  return [light, dark, ...main]
}
