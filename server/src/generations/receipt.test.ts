import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { until } from '../../../test/support/until.ts'
import { untilAborted, watchedEngine } from '../../../test/support/watched-engine.ts'
import { ToileError } from '../platform/errors.ts'

let app: TestApp<TestDatabase>
afterEach(() => app.close())

const failsAt = (...places: number[]) =>
  watchedEngine(({ index }) => {
    if (places.includes(index)) throw new ToileError('ENGINE_FAILED')
  })

async function made(client: Caller, count: number, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await client.generations.request.mutate(request(count, more))
  await finished(client, id)
  return id
}

describe.each(databases)('a receipt on %s', (database) => {
  test('says what was asked for, what each image cost, which lot paid, and what came back and why', async () => {
    app = await startTestApp({ database, engines: [failsAt(2)] })
    const { client } = await app.guest()
    const id = await made(client, 4)
    const told = await client.generations.receipt.query({ id })
    expect(told).toMatchObject({
      generationId: id,
      operation: 'generate',
      prompt: 'gingham in navy on white',
      count: 4,
      creditsEach: 1,
      priceVersion: 1,
      project: null,
      charged: 3,
      returned: 1,
      held: 0,
      refunded: 0,
      inGrace: 0,
      lapsed: 0,
      paidBy: [{ kind: 'trial', credits: 3 }],
      balance: { before: 25, after: 22 },
    })
    const delivered = { state: 'delivered', charged: 1, returned: 0, reason: null }
    const failed = { state: 'failed', charged: 0, returned: 1, reason: 'ENGINE_FAILED' }
    expect(told.items).toMatchObject([delivered, delivered, failed, delivered])
    expect(told.finishedAt).not.toBeNull()
  })

  test('adds up, whichever images fail: what was paid, what came back, and what that left', async () => {
    const failing = new Set<number>()
    const engine = watchedEngine(({ index }) => {
      if (failing.has(index)) throw new ToileError('ENGINE_FAILED')
    })
    app = await startTestApp({ database, engines: [engine] })
    const { client } = await app.guest()
    for (const places of [[0], [0, 1, 2], [], [2]]) {
      failing.clear()
      for (const place of places) failing.add(place)
      const { credits: before } = await client.wallet.balance.query()
      const told = await client.generations.receipt.query({ id: await made(client, 3) })
      const charged = 3 - places.length
      const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0)
      expect(told).toMatchObject({ charged, returned: places.length, held: 0, balance: { before, after: before - charged } })
      expect(sum(told.paidBy.map(({ credits }) => credits))).toBe(charged)
      expect(sum(told.items.map((item) => item.charged))).toBe(charged)
      expect((await client.wallet.balance.query()).credits).toBe(before - charged)
    }
  })

  test('tells the balance as it was then, whatever was bought and made since', async () => {
    app = await startTestApp({ database, engines: [watchedEngine(() => {})] })
    const { client } = await app.guest()
    const first = await made(client, 2)
    app.clock.advance({ days: 1 })
    const { url } = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
    await fetch(url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
    const second = await made(client, 3)
    expect((await client.generations.receipt.query({ id: first })).balance).toEqual({ before: 25, after: 23 })
    expect((await client.generations.receipt.query({ id: second })).balance).toEqual({ before: 123, after: 120 })
  })

  test('of images still on their way says what is set aside', async () => {
    app = await startTestApp({ database, engines: [watchedEngine((_job, { signal }) => untilAborted(signal))] })
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(request(2))
    const told = await client.generations.receipt.query({ id })
    expect(told).toMatchObject({ charged: 0, returned: 0, held: 2, balance: { before: 25, after: 23 }, finishedAt: null })
    await client.generations.cancel.mutate({ id })
    await finished(client, id)
    expect(await client.generations.receipt.query({ id })).toMatchObject({ returned: 2, paidBy: [], balance: { after: 25 } })
  })

  test('of what came back after the end of its lot says what lapsed, since it was stopped, and what is in grace', async () => {
    const failing = Promise.withResolvers<never>()
    // It may fail before anybody waits for it.
    failing.promise.catch(() => {})
    const engine = watchedEngine(({ index }, { signal }) => (index === 0 ? failing.promise : untilAborted(signal)))
    app = await startTestApp({ database, engines: [engine] })
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(request(2))
    app.clock.advance({ days: 14 })
    failing.reject(new ToileError('ENGINE_FAILED'))
    await until(
      'the first image to fail',
      () => client.generations.receipt.query({ id }),
      ({ returned }) => returned === 1,
    )
    await client.generations.cancel.mutate({ id })
    const told = await client.generations.receipt.query({ id })
    expect(told).toMatchObject({ charged: 0, returned: 2, lapsed: 1, inGrace: 1, paidBy: [] })
    // What lapsed is no longer there, though nothing was paid with it.
    expect(told.balance).toEqual({ before: 25, after: 24 })
    expect(told.items.map(({ reason }) => reason)).toEqual(['ENGINE_FAILED', 'CANCELLED'])
  })

  test('what is free has no lot and no balance to tell', async () => {
    const prices = { version: 1, prices: [{ credits: 0 }] }
    app = await startTestApp({ database, engines: [watchedEngine(() => {})], prices })
    const { client } = await app.guest()
    const id = await made(client, 1)
    expect(await client.generations.receipt.query({ id })).toMatchObject({ charged: 0, returned: 0, paidBy: [], balance: null })
  })

  test('another account’s is NOT_FOUND', async () => {
    app = await startTestApp({ database, engines: [watchedEngine(() => {})] })
    const id = await made((await app.guest()).client, 1)
    const { generations } = (await app.guest()).client
    expect((await refusalOf(generations.receipt.query({ id }))).code).toBe('NOT_FOUND')
    expect((await refusalOf(generations.move.mutate({ id, projectId: null }))).code).toBe('NOT_FOUND')
  })
})
