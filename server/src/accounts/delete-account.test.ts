import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { type Caller, pictureForm, refusalOf } from '../../../test/support/caller.ts'
import { plain } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { until } from '../../../test/support/until.ts'
import { untilAborted, watchedEngine } from '../../../test/support/watched-engine.ts'
import { verifyLedger } from '../wallet/verify.ts'

let app: TestApp<TestDatabase>
afterEach(() => app.close())

const secret = 'quetzal'

/** Every row of every table that a designer's words or pictures could be in. */
async function everythingKept(): Promise<string> {
  const { read } = app.database.db
  const tables = await Promise.all([
    ...[read.user.findMany(), read.session.findMany(), read.credential.findMany(), read.verification.findMany()],
    ...[read.account.findMany(), read.member.findMany(), read.generation.findMany(), read.generationJob.findMany()],
    ...[read.draft.findMany(), read.image.findMany(), read.imageWords.findMany(), read.project.findMany(), read.alert.findMany()],
    ...[read.adjustment.findMany(), read.checkout.findMany(), read.wallet.findMany(), read.lot.findMany()],
    ...[read.hold.findMany(), read.entry.findMany(), read.commandKey.findMany(), read.budget.findMany()],
  ])
  return JSON.stringify(tables)
}

async function leaveTraces(client: Caller, accountId: string): Promise<void> {
  const project = { intentId: randomUUID(), name: `Resort ${secret}`, budget: 40, whenUsedUp: 'stop' as const }
  const { id: projectId } = await client.projects.create.mutate(project)
  const form = pictureForm(await plain(40, 40, '#aa3322'), 'image/png')
  form.set('pageUrl', `https://${secret}.example/wall`)
  form.set('pageTitle', secret)
  await client.images.upload.mutate(form)
  const asked = await client.generations.request.mutate(request(1, { projectId, prompt: `gingham in navy, ${secret}` }))
  await finished(client, asked.id)
  // Whoever searches leaves the words that it goes by.
  expect((await client.images.list.query({ query: secret })).images).toHaveLength(1)
  await refusalOf(client.generations.request.mutate(request(8, { prompt: `stripes ${secret}`, size: 4096, maxCredits: 32 })))
  const given = { credits: 5, reason: `${secret} called`, at: app.clock.now() }
  await app.database.db.write.adjustment.create({ data: { id: randomUUID(), accountId, ...given } })
  await client.wallet.updateSettings.mutate({ intentId: randomUUID(), timeZone: 'America/Sao_Paulo' })
}

describe.each(databases)('on %s', (database) => {
  test('a deleted account leaves no word, picture or way in; the books stay sound', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const other = await app.guest()
    await finished(other.client, (await other.client.generations.request.mutate(request(1))).id)
    const { accountId } = await client.account.me.query()
    await leaveTraces(client, accountId)
    expect(await everythingKept()).toContain(secret)

    expect(await client.account.delete.mutate({ accountId })).toEqual({ accountId, images: 2, requests: 1, credits: 24 })
    const kept = await everythingKept()
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain('Sao_Paulo')
    expect((await refusalOf(client.wallet.balance.query())).code).toBe('UNAUTHORIZED')
    expect(await app.database.db.read.entry.count({ where: { accountId } })).toBeGreaterThan(0)
    expect(await verifyLedger(app.database.db)).toEqual([])
    // Nobody else lost anything.
    expect((await other.client.generations.list.query({})).generations).toHaveLength(1)
  })

  test('images under way are stopped, and their credits are not kept back for ever', async () => {
    app = await startTestApp({ database, engines: [watchedEngine((_job, { signal }) => untilAborted(signal))] })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    await client.generations.request.mutate(request(3))
    await until(
      'an image to be under way',
      () => app.database.db.read.generationJob.count({ where: { state: 'running' } }),
      (running) => running > 0,
    )
    await client.account.delete.mutate({ accountId })
    expect(await app.database.db.write.hold.count({ where: { finishedAt: null } })).toBe(0)
    expect(await app.database.db.write.generationJob.count()).toBe(0)
  })

  test('a checkout that is still open somewhere sells nothing to an account that is gone', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const { url } = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
    await client.account.delete.mutate({ accountId })
    await fetch(url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }), redirect: 'manual' })
    expect(await app.database.db.read.checkout.findMany()).toMatchObject([{ state: 'cancelled' }])
    expect(await app.database.db.read.lot.count({ where: { accountId, kind: 'pack' } })).toBe(0)
  })

  test('the test checkout forgets it, too: only what others bought is left there', async () => {
    app = await startTestApp({ database })
    const [one, other] = [await app.guest(), await app.guest()]
    for (const { client } of [one, other]) {
      const { url } = await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
      await fetch(url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }), redirect: 'manual' })
      const plan = await client.plans.subscribe.mutate({ planId: 'month-30', intentId: randomUUID() })
      await fetch(plan.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }), redirect: 'manual' })
    }
    await app.app.inbox.runDue()
    const { accountId } = await one.client.account.me.query()
    const { write } = app.database.db
    const counts = async () => {
      const rows = [write.testCustomer, write.testCheckout, write.testSubscription, write.testPayment] as const
      return Promise.all(rows.map((table) => (table as typeof write.testCustomer).count()))
    }
    expect(await counts()).toEqual([2, 4, 2, 4])
    await one.client.account.delete.mutate({ accountId })
    await app.app.inbox.runDue()
    await app.app.sweeper.runDue()
    expect(await counts()).toEqual([1, 2, 1, 2])
    expect(await write.inboxEvent.count({ where: { outcome: null } })).toBe(0)
    expect(await write.payment.count({ where: { accountId, state: 'paid' } })).toBe(2)
  })

  test('what a request in the same moment left behind is erased by the sweep: settings and checkouts, too', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
    await client.account.delete.mutate({ accountId })
    const { write } = app.database.db
    // What came through the door just before it was closed is written now.
    await write.wallet.update({ where: { accountId }, data: { timeZone: 'America/Sao_Paulo' } })
    await write.checkout.updateMany({ where: { accountId }, data: { state: 'open' } })
    await write.project.create({ data: { id: randomUUID(), accountId, name: secret, createdAt: app.clock.now() } })
    app.clock.advance({ ms: 1000 })
    await app.app.sweeper.runDue()
    expect(await everythingKept()).not.toContain(secret)
    expect(await write.wallet.findUnique({ where: { accountId } })).toMatchObject({ timeZone: 'UTC' })
    expect(await write.checkout.findMany()).toMatchObject([{ state: 'cancelled' }])
  })

  test('what a crash left behind is erased by the sweep', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    await leaveTraces(client, accountId)
    // Only the door is closed: the server died then.
    await app.database.db.write.user.delete({ where: { id: accountId } })
    await app.app.sweeper.runDue()
    expect(await everythingKept()).not.toContain(secret)
  })
})

describe('whose account it is', () => {
  test('a token deletes no other account, and a deleted one is not opened anew', async () => {
    app = await startTestApp()
    const [one, other] = [await app.guest(), await app.guest()]
    const { accountId } = await one.client.account.me.query()
    await other.client.account.me.query()
    expect((await refusalOf(other.client.account.delete.mutate({ accountId }))).code).toBe('NOT_FOUND')
    expect((await one.client.account.me.query()).accountId).toBe(accountId)

    await one.client.account.delete.mutate({ accountId })
    expect((await refusalOf(one.client.account.me.query())).code).toBe('UNAUTHORIZED')
    expect(await app.database.db.read.member.count({ where: { accountId } })).toBe(0)
  })

  test('a stream of a deleted account ends', async () => {
    app = await startTestApp()
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const { bus } = app.app
    const news = bus.listen(accountId, new AbortController().signal)
    const ended = news.next()
    await client.account.delete.mutate({ accountId })
    expect(await ended).toMatchObject({ done: true })
    expect(bus.hasListeners(accountId)).toBe(false)
  })
})
