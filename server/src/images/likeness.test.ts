import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { labToLch, lchToLab } from '../engines/print/colour/oklab.ts'
import { drawPrint } from '../engines/print/motifs/print.ts'
import { type ColourMap, recoloured } from '../engines/print/picture/colour-map.ts'
import { photograph, pngOf } from '../engines/print/picture/made-pictures.ts'
import { readPrompt } from '../engines/print/prompt/read-prompt.ts'
import { type Raster, rolled } from '../engines/print/raster.ts'
import { isNearDuplicate, likenessOf, readLikeness, writtenLikeness } from './likeness.ts'

function print(prompt: string, seed: number): Raster {
  const reading = readPrompt(prompt)
  const motif = reading.motifs[0]?.motif
  if (!motif) throw new Error(`No motif in "${prompt}"`)
  return drawPrint({ ...reading, motif }, seed, 1024).raster
}

const pictures: Record<string, Raster> = {
  'a photograph': photograph(512, 512),
  'a floral': print('pink floral on navy', 3),
  'a gingham': print('red gingham', 0),
}

const alike = async (one: Uint8Array, other: Uint8Array) => isNearDuplicate(await likenessOf(one), await likenessOf(other))

describe.each(Object.entries(pictures))('%s', (_, raster) => {
  let png: Uint8Array
  beforeAll(async () => {
    png = await pngOf(raster)
  })
  const inOther = async (map: ColourMap) => pngOf(recoloured(raster, map))
  const hueTurnedBy = (degrees: number) =>
    inOther((colour) => {
      const { l, c, h } = labToLch(colour)
      return lchToLab({ l, c, h: h + degrees })
    })

  test('is nearly the same saved as JPEG or WebP, at another size, or begun elsewhere in its repeat', async () => {
    const others = [
      await sharp(png).jpeg({ quality: 70 }).toBuffer(),
      await sharp(png).webp({ quality: 60 }).toBuffer(),
      await sharp(png).resize(300).png().toBuffer(),
      await pngOf(rolled(raster, (raster.width * 3) >> 4, raster.height >> 4)),
    ]
    for (const other of others) expect(await alike(png, other)).toBe(true)
  })

  test('is another picture with its hue turned, tinted or lightened', async () => {
    const others = [
      await hueTurnedBy(25),
      await hueTurnedBy(-40),
      await inOther(({ l, a, b }) => ({ l, a: a + 0.03, b })),
      await inOther(({ l, a, b }) => ({ l: l * 1.08, a, b })),
    ]
    for (const other of others) expect(await alike(png, other)).toBe(false)
  })

  test('keeps its likeness in the database to a hair', async () => {
    const likeness = await likenessOf(png)
    expect(isNearDuplicate(readLikeness(writtenLikeness(likeness)), likeness)).toBe(true)
  })
})

test.each([
  ['ginghams in red and navy', 'red gingham', 0, 'navy gingham', 0],
  ['ginghams in red and crimson', 'red gingham', 0, 'crimson gingham', 0],
  ['ginghams of two sizes of check', 'red gingham', 0, 'red gingham', 1],
  ['tartans of two setts', 'black and camel tartan', 0, 'black and camel tartan', 1],
])('%s are two pictures', async (_, one, seed, other, otherSeed) => {
  expect(await alike(await pngOf(print(one, seed)), await pngOf(print(other, otherSeed)))).toBe(false)
})
