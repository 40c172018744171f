import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { badPictures } from '../support/bad-pictures.ts'
import { type Caller, callerWith, pictureForm, refusalOf, signIn } from '../support/caller.ts'
import { readLedger } from '../support/ledger.ts'
import { plain } from '../support/pictures.ts'
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '../support/server.ts'
import { Stack } from '../support/stack.ts'

const stack = new Stack()
let server: RunningServer
let designer: Caller
let stranger: Caller
let strangersImage: string
let strangersGeneration: string

beforeAll(async () => {
  const dataFolder = stack.add(await temporaryFolder('bad-input'), removeFolder)
  server = stack.add(await startServer({ dataFolder }), (running) => running.stop())
  designer = callerWith(server.url, await signIn(server.url))
  stranger = callerWith(server.url, await signIn(server.url))
  const uploaded = await stranger.images.upload.mutate(pictureForm(await plain(64, 64, '#334455'), 'image/png'))
  strangersImage = uploaded.id
  strangersGeneration = (await stranger.generations.request.mutate(request())).id
  await designer.wallet.balance.query()
})
afterAll(() => stack.close())

const request = () => ({
  intentId: randomUUID(),
  operation: 'generate' as const,
  prompt: 'gingham in navy on white',
  count: 1,
  priceVersion: 1,
  maxCredits: 100,
})
const ask = (change: object) => designer.generations.request.mutate({ ...request(), ...change })
const upload = ({ buffer, mimeType, name }: { buffer: Buffer; mimeType: string; name: string }) =>
  designer.images.upload.mutate(pictureForm(new Uint8Array(buffer), mimeType, name))

/** Runs the call and sees to it that not one row of the designer's ledger came of it. */
async function refusedForNothing(call: () => Promise<unknown>) {
  const before = readLedger(server.dataFolder)
  const refusal = await refusalOf(call())
  const after = readLedger(server.dataFolder)
  const { accountId } = await designer.account.me.query()
  const ofDesigner = (rows: { accountId: string }[]) => rows.filter((row) => row.accountId === accountId)
  expect(ofDesigner(after.entries)).toEqual(ofDesigner(before.entries))
  expect(after.holds.length).toBe(before.holds.length)
  return refusal
}

test.each(badPictures())('$what is refused as $code and costs nothing', async ({ file, code }) => {
  expect(await refusedForNothing(() => upload(file))).toMatchObject({ code })
})

test.each([
  ['a prompt of 10 kB', { prompt: 'floral '.repeat(1500) }, 'prompt'],
  ['0 images', { count: 0 }, 'count'],
  ['1000 images', { count: 1000 }, 'count'],
  ['an odd size', { size: 77 }, 'size'],
  ['a prompt of nothing', { prompt: '   ' }, 'prompt'],
  ['a field that nobody knows', { price: 0 }, ''],
])('%s is refused as BAD_REQUEST, says which field, and costs nothing', async (_, change, field) => {
  expect(await refusedForNothing(() => ask(change))).toEqual({ code: 'BAD_REQUEST', details: { field } })
})

test("another account's image, generation and draft are NOT_FOUND, as if they were not there", async () => {
  const theirs = { operation: 'vary', prompt: '', sourceImageId: strangersImage }
  expect(await refusedForNothing(() => ask(theirs))).toMatchObject({ code: 'NOT_FOUND' })
  const unknown = { ...theirs, sourceImageId: 'no-such-image' }
  expect(await refusedForNothing(() => ask(unknown))).toMatchObject({ code: 'NOT_FOUND' })
  const id = strangersGeneration
  expect(await refusedForNothing(() => designer.generations.get.query({ id }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusedForNothing(() => designer.generations.cancel.mutate({ id }))).toMatchObject({ code: 'NOT_FOUND' })
  const tooMuch = { ...request(), count: 8, size: 4096 as const }
  expect(await refusalOf(stranger.generations.request.mutate(tooMuch))).toMatchObject({ details: { draft: true } })
  const draft = { intentId: tooMuch.intentId, priceVersion: 1, maxCredits: 100 }
  expect(await refusedForNothing(() => designer.generations.resumeDraft.mutate(draft))).toMatchObject({ code: 'NOT_FOUND' })
  const pack = { intentId: randomUUID(), packId: 'pack-free' }
  expect(await refusedForNothing(() => designer.packs.checkout.mutate(pack))).toMatchObject({ code: 'NOT_FOUND' })
})

test('an image opens under its signed address only, as it was signed', async () => {
  const { id, url } = await designer.images.upload.mutate(pictureForm(await plain(64, 64, '#554433'), 'image/png'))
  const other = (change: (address: URL) => void) => {
    const address = new URL(url)
    change(address)
    return fetch(address).then((answer) => answer.status)
  }
  expect(await other(() => {})).toBe(200)
  expect(await other(({ searchParams }) => searchParams.set('e', String(Number(searchParams.get('e')) + 1)))).toBe(404)
  expect(await other(({ searchParams }) => searchParams.set('s', 'forged'))).toBe(404)
  expect(await other((address) => (address.pathname = address.pathname.replace(id, strangersImage)))).toBe(404)
  expect(await other((address) => (address.search = ''))).toBe(404)
})

test('words that cannot be drawn are NOT_UNDERSTOOD, with the words and what to say instead', async () => {
  const refusal = await refusedForNothing(() => ask({ prompt: 'a cat on a sofa' }))
  expect(refusal).toMatchObject({ code: 'NOT_UNDERSTOOD', details: { words: expect.arrayContaining(['cat']) } })
  expect(refusal.details.suggestions?.length).toBeGreaterThan(0)
})

test('less consent than the price is PRICE_CHANGED with the price; a token of nobody is UNAUTHORIZED', async () => {
  expect(await refusedForNothing(() => ask({ count: 3, maxCredits: 2 }))).toEqual({
    code: 'PRICE_CHANGED',
    details: { credits: 3 },
  })
  const nobody = callerWith(server.url, 'not-a-token')
  expect(await refusalOf(nobody.wallet.balance.query())).toEqual({ code: 'UNAUTHORIZED', details: {} })
})
