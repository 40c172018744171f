import { beforeAll, describe, expect, test } from 'vitest'
import { createRandom } from '../../random.ts'
import { emptyRaster, type Raster } from '../../raster.ts'
import { hardestLine, seamReport } from '../../seam.ts'
import { pngOf } from '../made-pictures.ts'
import { resampled } from '../resample.ts'
import { type Source, sourceOf } from '../source.ts'
import { quilted } from './quilting.ts'

const size = 96

/** Pebbles: round things of several greys, none of them red. */
function pebbles(): Raster {
  const random = createRandom(8, 'pebbles')
  const side = 200
  const stones = Array.from({ length: 500 }, () => ({
    x: random.next() * side,
    y: random.next() * side,
    r: random.between(4, 9),
    level: random.between(70, 220),
  }))
  const picture = emptyRaster(side, side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const stone = stones.findLast((one) => Math.hypot(x - one.x, y - one.y) < one.r)
      const level = stone ? stone.level * (1 - Math.hypot(x - stone.x, y - stone.y) / (3 * stone.r)) : 40
      picture.data.set([level * 0.8, level * 0.9, level], (y * side + x) * 3)
    }
  }
  return picture
}

let source: Source
beforeAll(async () => {
  source = await sourceOf(await pngOf(pebbles()), size)
})

/** The least mean difference of a patch of the cloth from any patch of the same size in the texture. */
function nearestPatch(cloth: Raster, texture: Raster, x: number, y: number, side: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let v = 0; v + side <= texture.height; v++) {
    for (let u = 0; u + side <= texture.width; u++) {
      let sum = 0
      for (let row = 0; row < side && sum < least; row++) {
        for (let column = 0; column < side * 3; column++) {
          const p = cloth.data[((y + row) * cloth.width + x) * 3 + column] ?? 0
          sum += Math.abs(p - (texture.data[((v + row) * texture.width + u) * 3 + column] ?? 0))
        }
      }
      least = Math.min(least, sum)
    }
  }
  return least / (side * side * 3)
}

describe('a quilted cloth', () => {
  test('tiles at 50 seeds, with no seam inside it either, and no two are alike', async () => {
    const seen = new Set<string>()
    for (let seed = 0; seed < 50; seed++) {
      const { data } = await quilted(source, size, seed)
      expect(seamReport(data, size, size).seamless, `seed ${seed}`).toBe(true)
      expect(hardestLine(data, size, size), `seed ${seed}`).toBeLessThan(1.8)
      seen.add(Buffer.from(data).toString('base64'))
    }
    expect(seen.size).toBe(50)
  })

  test('is made of its source: a patch from anywhere is found there, nearly', async () => {
    const cloth = await quilted(source, size, 3)
    const texture = await textureLike(source)
    const random = createRandom(1, 'patches')
    const noise = emptyRaster(size, size)
    for (let at = 0; at < noise.data.length; at++) noise.data[at] = random.below(256)
    const found = Array.from({ length: 8 }, () => nearestPatch(cloth, texture, random.below(size - 7), random.below(size - 7), 7))
    expect(found.sort((p, q) => p - q)[4]).toBeLessThan(14)
    expect(nearestPatch(noise, texture, 10, 10, 7)).toBeGreaterThan(30)
  })

  test('has the colours of its source, and as much of each', async () => {
    const mean = ({ data }: Raster) => data.reduce((sum, level) => sum + level, 0) / data.length
    expect(Math.abs(mean(await quilted(source, size, 5)) - mean(source.picture))).toBeLessThan(12)
  })
})

/** The texture at the size at which it is quilted, its light as it is. */
async function textureLike({ picture }: Source): Promise<Raster> {
  const side = Math.round(size * 0.66)
  return resampled(picture, side, side, 'fill')
}
