import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { callerWith, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { until } from '../../../test/support/until.ts'
import { untilAborted, watchedEngine } from '../../../test/support/watched-engine.ts'
import { ToileError } from '../platform/errors.ts'

let app: TestApp<TestDatabase>
afterEach(() => app.close())

const entryCount = () => app.database.db.write.entry.count()

describe.each(databases)('on %s', (database) => {
  test('every image is charged when it is delivered, and what was held is what was charged', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const asked = await client.generations.request.mutate(request(3))
    expect(asked).toMatchObject({ finished: false, held: 3, charged: 0 })
    const done = await finished(client, asked.id)
    expect(done).toMatchObject({ charged: 3, returned: 0, held: 0 })
    expect(done.items.map((item) => [item.state, item.charged, item.image?.width])).toEqual(Array(3).fill(['delivered', 1, 1024]))
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 22, held: 0 })
  })

  test('what makes images here is told, with what each engine can do', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const [print, ...others] = await client.generations.engines.query()
    expect(others).toEqual([])
    expect(print).toMatchObject({
      name: 'print',
      kind: 'drawn',
      operations: expect.arrayContaining(['generate', 'vary', 'repeat']),
    })
  })

  test('an image that fails gives its credit back; the others are delivered', async () => {
    app = await startTestApp({
      database,
      engines: [
        watchedEngine(({ index }) => {
          if (index === 1) throw new ToileError('ENGINE_FAILED')
        }),
      ],
    })
    const { client } = await app.guest()
    const done = await finished(client, (await client.generations.request.mutate(request(3))).id)
    expect(done.items.map((item) => [item.state, item.reason])).toEqual([
      ['delivered', null],
      ['failed', 'ENGINE_FAILED'],
      ['delivered', null],
    ])
    expect(done).toMatchObject({ charged: 2, returned: 1 })
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 23, held: 0 })
  })

  test('an image that takes too long costs nothing', async () => {
    app = await startTestApp({
      database,
      engines: [watchedEngine((_job, { signal }) => untilAborted(signal), 50)],
    })
    const { client } = await app.guest()
    const done = await finished(client, (await client.generations.request.mutate(request(1))).id)
    expect(done.items).toMatchObject([{ state: 'failed', reason: 'TIMED_OUT', charged: 0 }])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25, held: 0 })
  })

  test('words that cannot be drawn are refused before anything is held, with words that can be', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    await client.wallet.balance.query()
    const before = await entryCount()
    const refusal = await refusalOf(client.generations.request.mutate(request(1, { prompt: 'a cat on a sofa' })))
    expect(refusal.code).toBe('NOT_UNDERSTOOD')
    expect(refusal.details.suggestions?.length).toBeGreaterThan(2)
    expect(await entryCount()).toBe(before)
  })

  test('the same intent sent again is the same generation, charged once', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const asked = request(2)
    const answers = await Promise.all([1, 2, 3].map(() => client.generations.request.mutate(asked)))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    await finished(client, answers[0]?.id ?? '')
    expect((await client.generations.request.mutate({ ...asked, maxCredits: 0 })).id).toBe(answers[0]?.id)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 23, held: 0 })
  })

  test('the same intent with other words is IDEMPOTENCY_MISMATCH', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const asked = request(1)
    await client.generations.request.mutate(asked)
    expect((await refusalOf(client.generations.request.mutate({ ...asked, prompt: 'tartan' }))).code).toBe('IDEMPOTENCY_MISMATCH')
    expect((await refusalOf(client.generations.request.mutate({ ...asked, count: 2, maxCredits: 2 }))).code).toBe(
      'IDEMPOTENCY_MISMATCH',
    )
  })

  test('a price above what the designer saw is PRICE_CHANGED, never a larger charge', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const refusal = await refusalOf(client.generations.request.mutate(request(4, { maxCredits: 3 })))
    expect(refusal).toEqual({ code: 'PRICE_CHANGED', details: { credits: 4 } })
  })

  test('with too few credits nothing starts: the shortfall and the packs are told, the draft is kept, and resumes after buying', async () => {
    app = await startTestApp({ database, trialCredits: 3 })
    const { client } = await app.guest()
    const asked = request(5)
    expect(await refusalOf(client.generations.request.mutate(asked))).toEqual({
      code: 'INSUFFICIENT_CREDITS',
      details: { shortfall: 2, offers: ['pack-100', 'pack-300', 'pack-600'], draft: true },
    })
    expect(await client.generations.drafts.query()).toMatchObject([{ intentId: asked.intentId, credits: 5 }])
    const checkout = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
    await fetch(checkout.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
    const resumed = await client.generations.resumeDraft.mutate({ intentId: asked.intentId, priceVersion: 1, maxCredits: 5 })
    expect(await client.generations.drafts.query()).toEqual([])
    await finished(client, resumed.id)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 98, held: 0 })
  })

  test('stopping aborts the image under way and charges for none of the rest', async () => {
    const started: number[] = []
    const aborted: number[] = []
    app = await startTestApp({
      database,
      engines: [
        watchedEngine(async ({ index }, { signal }) => {
          started.push(index)
          signal.addEventListener('abort', () => aborted.push(index))
          if (index > 0) await untilAborted(signal)
        }),
      ],
    })
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(request(6))
    await until(
      'one image, and one under way',
      () => client.generations.get.query({ id }),
      ({ charged }) => charged === 1 && started.includes(1),
    )
    await client.generations.cancel.mutate({ id })
    const done = await finished(client, id)
    expect(done.items.map((item) => item.state)).toEqual(['delivered', ...Array(5).fill('cancelled')])
    await until(
      'the engine to hear of it',
      () => aborted,
      (indexes) => indexes.includes(1),
      // Sooner than the next heartbeat, which would find out, too.
      5000,
    )
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
  })

  test('what is under way when the server stops is made by the next one, charged once', async () => {
    let underWay = false
    app = await startTestApp({
      database,
      engines: [
        watchedEngine((_job, { signal }) => {
          underWay = true
          return untilAborted(signal)
        }),
      ],
    })
    const { client, token } = await app.guest()
    const { id } = await client.generations.request.mutate(request(2))
    await until('the engine to start', () => underWay, Boolean)
    await app.app.close(0)
    const first = app
    app = await first.restart()
    const again = callerWith(app.url, token)
    expect(await finished(again, id)).toMatchObject({ charged: 2, returned: 0 })
    expect(await again.wallet.balance.query()).toMatchObject({ credits: 23, held: 0 })
  })

  test('a job whose worker has died three times is given up, and its credit goes back', async () => {
    app = await startTestApp({ database, engines: [watchedEngine((_job, { signal }) => untilAborted(signal))] })
    const { client, token } = await app.guest()
    const { id } = await client.generations.request.mutate(request(1))
    await app.app.close(0)
    await app.database.db.write.generationJob.updateMany({ data: { attempts: 3, state: 'queued', leaseToken: null } })
    app = await app.restart()
    expect((await finished(callerWith(app.url, token), id)).items).toMatchObject([{ state: 'failed', reason: 'ENGINE_FAILED' }])
  })

  test('the price list that is kept is the one that was used, whatever the client says', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    expect(await client.generations.request.mutate(request(1, { priceVersion: 999 }))).toMatchObject({ priceVersion: 1 })
  })

  test('a draft whose intent was accepted meanwhile goes when it is resumed; one that cannot be read hides no other', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const asked = request(1)
    const { id } = await client.generations.request.mutate(asked)
    const { accountId } = await client.account.me.query()
    const late = { accountId, intentId: asked.intentId, request: JSON.stringify(asked), credits: 1, createdAt: app.clock.now() }
    await app.database.db.write.draft.createMany({
      data: [late, { ...late, intentId: 'of-an-older-version', request: '{"old":1}' }],
    })
    expect((await client.generations.drafts.query()).map((draft) => draft.intentId)).toEqual([asked.intentId])
    expect((await client.generations.resumeDraft.mutate({ intentId: asked.intentId, priceVersion: 1, maxCredits: 1 })).id).toBe(
      id,
    )
    expect(await client.generations.drafts.query()).toEqual([])
  })

  test("another account's generations, images and drafts are NOT_FOUND", async () => {
    app = await startTestApp({ database })
    const owner = await app.guest()
    const other = await app.guest()
    const { id } = await owner.client.generations.request.mutate(request(1))
    const { items } = await finished(owner.client, id)
    const imageId = items[0]?.image?.id ?? ''
    const attempts = [
      other.client.generations.get.query({ id }),
      other.client.generations.cancel.mutate({ id }),
      other.client.generations.request.mutate(request(1, { operation: 'vary', prompt: '', sourceImageId: imageId })),
      other.client.generations.resumeDraft.mutate({ intentId: randomUUID(), priceVersion: 1, maxCredits: 1 }),
    ]
    const refusals = await Promise.all(attempts.map(refusalOf))
    expect(refusals.map((refusal) => refusal.code)).toEqual(Array(4).fill('NOT_FOUND'))
    expect((await other.client.generations.list.query({ limit: 10 })).generations).toEqual([])
    expect(await other.client.wallet.balance.query()).toMatchObject({ credits: 25, held: 0 })
  })
})

test('on SQLite, what a killed server left leased is made at the next start, without waiting for the lease', async () => {
  app = await startTestApp({ engines: [watchedEngine((_job, { signal }) => untilAborted(signal))] })
  const { client, token } = await app.guest()
  const { id } = await client.generations.request.mutate(request(1))
  await app.app.close(0)
  const leased = { state: 'running', leaseToken: 'of the dead', leaseUntil: new Date('2099-01-01'), attempts: 1 }
  await app.database.db.write.generationJob.updateMany({ data: leased })
  app = await app.restart()
  expect(await finished(callerWith(app.url, token), id)).toMatchObject({ charged: 1, returned: 0 })
})

test('on PostgreSQL, what another server has leased is left to it until its lease has run out', async () => {
  app = await startTestApp({ database: 'postgresql', engines: [watchedEngine((_job, { signal }) => untilAborted(signal))] })
  const { client, token } = await app.guest()
  const { id } = await client.generations.request.mutate(request(1))
  await app.app.close(0)
  const leaseUntil = new Date(app.clock.now().getTime() + 1000)
  const leased = { state: 'running', leaseToken: 'of another', leaseUntil, attempts: 1 }
  await app.database.db.write.generationJob.updateMany({ data: leased })
  app = await app.restart()
  const { db } = app.database
  await until(
    'the server to look for work in vain',
    () => db.read.generationJob.findFirstOrThrow({ where: { generationId: id } }),
    ({ leaseToken }) => leaseToken === 'of another',
  )
  app.clock.advance({ ms: 1001 })
  expect(await finished(callerWith(app.url, token), id)).toMatchObject({ charged: 1, returned: 0 })
})

test.each([
  ['no images', { count: 0 }, 'count'],
  ['a thousand images', { count: 1000 }, 'count'],
  ['a prompt of 10 kB', { prompt: 'floral '.repeat(1500) }, 'prompt'],
  ['no words', { prompt: '  ' }, 'prompt'],
  ['a variation of nothing', { operation: 'vary' }, 'sourceImageId'],
  ['an engine that is not there', { engine: 'dalle' }, 'engine'],
  ['an operation no engine does', { operation: 'edit', sourceImageId: 'some-image-1' }, 'operation'],
  ['a field nobody knows', { credits: -5 }, ''],
])('%s is refused and costs nothing', async (_name, wrong, field) => {
  app = await startTestApp()
  const { client } = await app.guest()
  await client.wallet.balance.query()
  const before = await entryCount()
  expect(await refusalOf(client.generations.request.mutate(request(1, wrong)))).toEqual({
    code: 'BAD_REQUEST',
    details: { field },
  })
  expect(await entryCount()).toBe(before)
})
