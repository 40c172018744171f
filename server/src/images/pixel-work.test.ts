import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { sha256 } from './digest.ts'
import { createPixelWork } from './pixel-work.ts'
import { printSize } from './print-size.ts'
import type { Making } from './recipe.ts'
import { takeResult } from './result.ts'

const pixels = createPixelWork()
afterAll(() => pixels.close())

const making: Making = {
  operation: 'generate',
  prompt: 'a cat',
  size: 1024,
  seed: 1,
  index: 0,
  options: {},
  sourceImageId: null,
  engine: 'studio',
  version: '1',
  model: 'sdxl',
  kind: 'trained',
}
const picture = async () =>
  new Uint8Array(
    await sharp({ create: { width: 48, height: 32, channels: 3, background: '#c8623e' } })
      .png()
      .toBuffer(),
  )

test('a result comes back as it is taken in here, with its hash, its preview and its palette', async () => {
  const png = await picture()
  const here = await takeResult(png, making, null)
  const { bytes, key, thumbnail, ...there } = await pixels.result(png, making, null)
  expect(Buffer.from(bytes).equals(here.bytes)).toBe(true)
  expect(key).toBe(sha256(here.bytes))
  expect(there).toMatchObject({
    mime: 'image/png',
    width: 48,
    height: 32,
    recipe: here.recipe,
    palette: [expect.stringMatching(/^#c86.3e$/)],
  })
  expect((await sharp(thumbnail).metadata()).format).toBe('webp')
  // What an engine gave is still its own.
  expect(png.length).toBeGreaterThan(0)
})

test('what is refused there is refused here, by its code and with its cause', async () => {
  const refusal = pixels.upload(new Uint8Array(Buffer.from('no picture')))
  await expect(refusal).rejects.toMatchObject({ name: 'ToileError', code: 'UNSUPPORTED_IMAGE', cause: expect.any(Error) })
  const [good, bad] = await Promise.allSettled([pixels.upload(await picture()), pixels.result(new Uint8Array(9), making, null)])
  expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
})

test('a file for print comes back whole', async () => {
  const stored = { bytes: await picture(), mime: 'image/png', width: 48, height: 32, svg: null }
  const size = printSize(stored, { widthCm: 2, dpi: 300 })
  const file = await pixels.file({ stored, format: 'jpeg', size, said: { recipe: null, page: null } })
  expect(await sharp(file).metadata()).toMatchObject({ format: 'jpeg', width: 236, height: 157, density: 300 })
})
