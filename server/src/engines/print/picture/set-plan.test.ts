import { describe, expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { emptyRaster } from '../raster.ts'
import { photograph } from './made-pictures.ts'
import { type PictureKind, recipeFor } from './set-plan.ts'
import { isTexture } from './texture.ts'

const kinds: PictureKind[] = ['scene', 'texture', 'thing', 'print']

describe.each(kinds)('a set of eight of a %s', (kind) => {
  const setOf = (seed: number) => Array.from({ length: 8 }, (_, index) => recipeFor(kind, index, seed))

  test('has no way twice, but for plain ones, whose layout is chosen by its place', () => {
    for (let seed = 0; seed < 20; seed++) {
      const ways = setOf(seed).filter(({ technique, layout }) => technique !== 'plain' || layout)
      expect(new Set(ways.map((recipe) => JSON.stringify(recipe))).size).toBe(ways.length)
    }
  })

  test('shows the picture in its own colours and in two colourways, in its first four as well', () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const images of [setOf(seed), setOf(seed).slice(0, 4)]) {
        const colourings = new Set(images.map(({ colouring }) => colouring))
        expect([...colourings]).toEqual(expect.arrayContaining(['own', 'first', 'second']))
      }
    }
  })

  test('comes in another order for another seed', () => {
    const orders = Array.from({ length: 20 }, (_, seed) => JSON.stringify(setOf(seed)))
    expect(new Set(orders).size).toBeGreaterThan(10)
  })
})

describe('a texture', () => {
  test('is told from a picture of things', async () => {
    const random = createRandom(1, 'grains')
    const grains = emptyRaster(128, 128)
    for (let y = 0; y < 128; y += 4) {
      for (let x = 0; x < 128; x += 4) {
        const level = random.between(40, 220)
        for (let row = y; row < y + 4; row++) grains.data.fill(level, (row * 128 + x) * 3, (row * 128 + x + 4) * 3)
      }
    }
    expect(await isTexture(grains)).toBe(true)
    expect(await isTexture(photograph(300, 200))).toBe(false)
  })
})
