import { difference, rgbToLab } from '../colour/oklab.ts'
import { type Swatch, swatchesOf } from '../colour/palette.ts'
import type { Raster } from '../raster.ts'

/** k-means may merge some of the means that it is given: this many more are given before it is content with fewer. */
const spare = 4

/** The main colours of a thumbnail, `count` of them where it has so many, largest share first. */
export function mainColours(thumbnail: Raster, count: number): Swatch[] {
  let found: Swatch[] = []
  for (let given = count; given <= count + spare && found.length < count; given++) found = swatchesOf(thumbnail, given)
  return found.slice(0, count)
}

/** The one of a picture's main colours that most of its border has: what stands behind the subject. */
export function groundAmong({ data, width, height }: Raster, swatches: readonly Swatch[]): Swatch | null {
  const votes = swatches.map(() => 0)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x > 0 && y > 0 && x < width - 1 && y < height - 1) continue
    const lab = rgbToLab(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0)
    const apart = swatches.map((swatch) => difference(lab, swatch.lab))
    const nearest = apart.indexOf(Math.min(...apart))
    votes[nearest] = (votes[nearest] ?? 0) + 1
  }
  return swatches[votes.indexOf(Math.max(...votes))] ?? null
}
