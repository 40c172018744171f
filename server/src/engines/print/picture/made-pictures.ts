import sharp from 'sharp'
import { rgbToLab } from '../colour/oklab.ts'
import { createRandom } from '../random.ts'
import { emptyRaster, type Raster } from '../raster.ts'

/** Pictures for the tests of this folder. */

export const pngOf = ({ data, width, height }: Raster): Promise<Uint8Array> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer()

/** A stand-in for a photograph: light that falls off, round things in warm colours, grain. */
export function photograph(width: number, height: number, seed = 11): Raster {
  const random = createRandom(seed, 'photograph')
  const things = Array.from({ length: 14 }, () => ({
    x: random.next() * width,
    y: random.next() * height,
    r: random.between(0.06, 0.18) * height,
    colour: [random.between(90, 230), random.between(40, 140), random.between(20, 110)],
  }))
  const picture = emptyRaster(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const thing = things.find(({ x: cx, y: cy, r }) => Math.hypot(x - cx, y - cy) < r)
      const light = 0.55 + 0.45 * (x / width) + random.between(-0.04, 0.04)
      const colour = thing?.colour ?? [150, 110, 80]
      colour.forEach((value, c) => {
        picture.data[(y * width + x) * 3 + c] = Math.min(255, value * light)
      })
    }
  }
  return picture
}

/** Mean absolute difference of two pictures of the same size, 0 to 255. */
export function meanDifference(p: Raster, q: Raster): number {
  return p.data.reduce((sum, value, at) => sum + Math.abs(value - (q.data[at] ?? 0)), 0) / p.data.length
}

/** Areas in px of what stands on the ground (the commonest colour), round the torus. */
export function blobs(tile: Raster): number[] {
  const { width } = tile
  const lightness = Array.from(
    { length: width * width },
    (_, at) => rgbToLab(tile.data[at * 3] ?? 0, tile.data[at * 3 + 1] ?? 0, tile.data[at * 3 + 2] ?? 0).l,
  )
  const [low, high] = [Math.min(...lightness), Math.max(...lightness)]
  const dark = lightness.filter((l) => l < (low + high) / 2).length < lightness.length / 2
  const open = new Set(lightness.flatMap((l, at) => (l < (low + high) / 2 === dark ? [at] : [])))
  const areas: number[] = []
  for (const first of open) {
    const queue = [first]
    open.delete(first)
    let area = 0
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      area++
      const [x, y] = [at % width, Math.floor(at / width)]
      const around = [((x + 1) % width) + y * width, ((x + width - 1) % width) + y * width]
      around.push(x + ((y + 1) % width) * width, x + ((y + width - 1) % width) * width)
      for (const next of around) if (open.delete(next)) queue.push(next)
    }
    areas.push(area)
  }
  return areas
}
