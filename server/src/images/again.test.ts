import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, pictureForm, refusalOf } from '../../../test/support/caller.ts'
import { photograph } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'

let app: TestApp
let client: Caller
let source: string
beforeAll(async () => {
  app = await startTestApp({ trialCredits: 100 })
  client = (await app.guest()).client
  source = (await client.images.upload.mutate(pictureForm(await photograph(300, 240), 'image/png'))).id
})
afterAll(() => app.close())

const images = async (count: number, asked: Record<string, unknown>) => {
  const { id } = await client.generations.request.mutate(request(count, { ...asked, maxCredits: 16 }))
  const { items } = await finished(client, id)
  return Promise.all(
    items.map(async ({ image }) => {
      if (image === null) throw new Error(`Nothing was made of ${JSON.stringify(asked)}`)
      const bytes = Buffer.from(await (await fetch(image.url)).arrayBuffer())
      const pixels = createHash('sha256')
        .update(await sharp(bytes).ensureAlpha().raw().toBuffer())
        .digest('hex')
      return { id: image.id, bytes, pixels }
    }),
  )
}

const picture = () => ({ sourceImageId: source, prompt: '' })

test.each<[string, number, () => Record<string, unknown>]>([
  ['dots from words', 2, () => ({ prompt: 'polka dots in rust on cream' })],
  ['a cloth from words and options', 2, () => ({ prompt: 'tartan', palette: ['#223344', '#ddccbb', '#aa3322'], scale: 2 })],
  ['variations', 2, () => ({ operation: 'vary', ...picture() })],
  ['a half-drop repeat', 1, () => ({ operation: 'repeat', layout: 'half-drop', scale: 0.5, ...picture() })],
  ['a new colouring', 1, () => ({ operation: 'recolour', palette: ['#0b3c5d', '#f4efe6', '#d9b310'], ...picture() })],
  ['a screen print', 1, () => ({ operation: 'effect', effect: 'screen-print', inks: 4, ...picture() })],
  ['an upscale', 1, () => ({ operation: 'upscale', factor: 2, ...picture() })],
])(
  '%s, the last of the batch made again by its recipe, is the same to the pixel and to the byte',
  async (_name, count, asked) => {
    const made = (await images(count, asked())).at(-1)
    if (made === undefined) throw new Error('Nothing was made')
    const recipe = await client.images.recipe.query({ id: made.id })
    expect([recipe.samePixels, recipe.request.from]).toEqual([true, count - 1])
    const [again] = await images(1, recipe.request)
    expect(again?.pixels).toBe(made.pixels)
    expect(again?.bytes.equals(made.bytes)).toBe(true)
    expect((await sharp(made.bytes).metadata()).xmpAsString).toContain(`<toile:pixels>sha256:${made.pixels}<`)
  },
)

test('a recipe says when it would come out otherwise: its source is gone, or the engine has changed', async () => {
  const [made] = await images(1, { operation: 'recolour', palette: ['#0b3c5d', '#f4efe6'], ...picture() })
  const id = made?.id ?? ''
  await client.images.delete.mutate({ id: source })
  const gone = await client.images.recipe.query({ id })
  expect([gone.samePixels, gone.request.sourceImageId]).toEqual([false, null])
  await client.images.restore.mutate({ id: source })
  const { db } = app.database
  const row = await db.read.image.findUniqueOrThrow({ where: { id } })
  const older = { ...JSON.parse(row.recipe ?? ''), version: '1' }
  await db.write.image.update({ where: { id }, data: { recipe: JSON.stringify(older) } })
  expect((await client.images.recipe.query({ id })).samePixels).toBe(false)
})

test('an upload has no recipe', async () => {
  expect((await refusalOf(client.images.recipe.query({ id: source }))).code).toBe('NOT_FOUND')
})
