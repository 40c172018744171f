import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, pictureForm, refusalOf } from '../../../test/support/caller.ts'
import { photograph } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'

let app: TestApp
let client: Caller

const upload = async () => client.images.upload.mutate(pictureForm(await photograph(64, 48), 'image/png'))
const madeOf = async (sourceImageId: string) => {
  const recolour = { operation: 'recolour', prompt: '', sourceImageId, palette: ['#112233', '#f4efe6'] }
  const { id } = await client.generations.request.mutate(request(1, recolour))
  return finished(client, id)
}

beforeAll(async () => {
  app = await startTestApp()
  client = (await app.guest()).client
})
afterAll(() => app.close())

test('an image that is deleted is gone at once, and can be had back for seven days', async () => {
  const { id, url, thumbUrl } = await upload()
  const file = (await client.images.file.query({ id, format: 'jpeg' })).url
  const statuses = () => Promise.all([url, thumbUrl, file].map(async (address) => (await fetch(address)).status))
  expect(await statuses()).toEqual([200, 200, 200])
  const { restorableUntil } = await client.images.delete.mutate({ id })
  expect(Date.parse(restorableUntil) - app.clock.now().getTime()).toBe(7 * 86_400_000)
  expect(await statuses()).toEqual([404, 404, 404])
  expect((await refusalOf(client.images.file.query({ id }))).code).toBe('NOT_FOUND')
  expect((await client.images.restore.mutate({ id })).id).toBe(id)
  expect(await statuses()).toEqual([200, 200, 200])
  await client.images.delete.mutate({ id })
  app.clock.advance({ days: 7 })
  expect((await refusalOf(client.images.restore.mutate({ id }))).code).toBe('NOT_FOUND')
})

test('deleting twice is deleting once, and restoring what is there changes nothing', async () => {
  const { id } = await upload()
  const first = await client.images.delete.mutate({ id })
  app.clock.advance({ days: 1 })
  expect(await client.images.delete.mutate({ id })).toEqual(first)
  await client.images.restore.mutate({ id })
  expect((await client.images.restore.mutate({ id })).id).toBe(id)
})

test('a favourite is one until it is none', async () => {
  const { id, favourite } = await upload()
  const marked = await client.images.favourite.mutate({ id, favourite: true })
  const unmarked = await client.images.favourite.mutate({ id, favourite: false })
  expect([favourite, marked.favourite, unmarked.favourite]).toEqual([false, true, false])
})

test('another account’s image is NOT_FOUND, whatever is to be done with it', async () => {
  const { id } = await upload()
  const { images, generations } = (await app.guest()).client
  const tries = [
    images.delete.mutate({ id }),
    images.restore.mutate({ id }),
    images.favourite.mutate({ id, favourite: true }),
    images.recipe.query({ id }),
    images.file.query({ id }),
    generations.request.mutate(request(1, { operation: 'vary', prompt: '', sourceImageId: id })),
  ]
  expect(await Promise.all(tries.map(async (call) => (await refusalOf(call)).code))).toEqual(tries.map(() => 'NOT_FOUND'))
  expect((await client.images.favourite.mutate({ id, favourite: false })).id).toBe(id)
})

test('of a deleted source nothing new is made; what was made of it stays, and shows that it is gone', async () => {
  const { id } = await upload()
  const made = await madeOf(id)
  await client.images.delete.mutate({ id })
  expect((await refusalOf(madeOf(id))).code).toBe('NOT_FOUND')
  const after = await client.generations.get.query({ id: made.id })
  const image = made.items[0]?.image?.id ?? 'an image'
  expect([made.source?.id, after.source, after.items[0]?.image?.id]).toEqual([id, null, image])
})

test('a result that was deleted leaves its generation and what it cost', async () => {
  const { id } = await client.generations.request.mutate(request(1))
  const made = await finished(client, id)
  await client.images.delete.mutate({ id: made.items[0]?.image?.id ?? '' })
  const after = await client.generations.get.query({ id })
  expect(after.items.map(({ state, charged, image }) => [state, charged, image])).toEqual([['delivered', 1, null]])
})
