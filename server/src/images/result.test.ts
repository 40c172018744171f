import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { chunk } from './png-chunks.ts'
import type { Making } from './recipe.ts'
import { takeResult } from './result.ts'

const making: Making = {
  operation: 'generate',
  prompt: 'a cat',
  size: 1024,
  seed: 1,
  index: 3,
  options: { from: 3, scale: 2 },
  sourceImageId: null,
  engine: 'studio',
  version: '1',
  model: 'sdxl',
  kind: 'trained',
}
const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
const picture = sharp({ create: { width: 48, height: 32, channels: 3, background: '#888', noise } }).png()
const rgba = async (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer()

test('a PNG keeps its pixels as they were compressed', async () => {
  const png = await picture.toBuffer()
  const { bytes } = await takeResult(png, making, null)
  expect(bytes.includes(png.subarray(png.indexOf('IDAT'), png.indexOf('IEND')))).toBe(true)
})

test.each(['jpeg', 'webp', 'avif'] as const)('%s becomes PNG once, of exactly the pixels it had', async (format) => {
  const answered = await sharp(await picture.toBuffer())
    .toFormat(format)
    .toBuffer()
  const { bytes, width, height } = await takeResult(answered, making, null)
  expect([(await sharp(bytes).metadata()).format, width, height]).toEqual(['png', 48, 32])
  expect((await rgba(bytes)).equals(await rgba(answered))).toBe(true)
})

test('what a service wrote into its file is dropped, and our recipe stands there', async () => {
  const png = await picture.toBuffer()
  const own = chunk('tEXt', Buffer.from('parameters\0steps: 20, key: SECRET'))
  const answers = [
    Buffer.concat([png.subarray(0, 33), own, png.subarray(33)]),
    await sharp(png)
      .withExif({ IFD0: { Software: 'SECRET' } })
      .withXmp('<SECRET/>')
      .webp()
      .toBuffer(),
  ]
  for (const answered of answers) {
    const { bytes } = await takeResult(answered, making, null)
    const { xmpAsString = '', density, exif } = await sharp(bytes).metadata()
    expect([answered.includes('SECRET'), bytes.includes('SECRET'), exif, density]).toEqual([true, false, undefined, 300])
    expect(xmpAsString).toContain('<toile:prompt>a cat</toile:prompt>')
    expect(xmpAsString).toContain('/trainedAlgorithmicMedia<')
  }
})

test('the recipe has the hash of the pixels and the key of the source; its place in the batch stands in it once', async () => {
  const { bytes, recipe } = await takeResult(await picture.toBuffer(), making, { key: 'cd'.repeat(32), trained: false })
  expect(recipe.pixels).toBe(
    createHash('sha256')
      .update(await rgba(bytes))
      .digest('hex'),
  )
  expect([recipe.source, recipe.index, recipe.options]).toEqual(['cd'.repeat(32), 3, { scale: 2 }])
})

test.each([
  ['trained', false, true],
  ['drawn', true, true],
  ['drawn', false, false],
] as const)('what is %s, of a source of which an AI made a part: %s, has an AI’s part: %s', async (kind, trained, has) => {
  const source = { key: 'cd'.repeat(32), trained }
  const { recipe } = await takeResult(await picture.toBuffer(), { ...making, kind, sourceImageId: 'image-1' }, source)
  expect(recipe.trained).toBe(has)
})

test('the same pixels and recipe give the same bytes', async () => {
  const png = await picture.toBuffer()
  const [first, again] = await Promise.all([
    takeResult(png, making, null),
    takeResult(png, { ...making, options: { scale: 2 } }, null),
  ])
  expect(first.bytes.equals(again.bytes)).toBe(true)
})
