import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, refusalOf } from '../../../test/support/caller.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'

let app: TestApp<TestDatabase>

async function spend(client: Caller, credits: number, projectId: string | null = null) {
  for (let left = credits; left > 0; left -= 8) {
    await finished(client, (await client.generations.request.mutate(request(Math.min(left, 8), { projectId }))).id)
  }
}

const listed = async (client: Caller) => (await client.alerts.list.query()).alerts

describe.each(databases)('on %s', (database) => {
  afterEach(() => app.close())

  describe('with ten credits', () => {
    beforeEach(async () => {
      app = await startTestApp({ database, trialCredits: 10 })
    })

    test('a designer who runs low is told once, with what is left; buying resolves it', async () => {
      const { client } = await app.guest()
      await spend(client, 4)
      expect(await listed(client)).toEqual([])
      await spend(client, 1)
      const [alert, ...others] = await listed(client)
      expect(others).toEqual([])
      expect(alert).toMatchObject({
        details: { kind: 'low', of: 'credits', credits: 5, threshold: 5, reserve: 0 },
        raisedAt: app.clock.now().toISOString(),
        resolvedAt: null,
        acknowledgedAt: null,
      })
      await spend(client, 1)
      expect(await listed(client)).toEqual([alert])

      app.clock.advance({ ms: 1000 })
      const checkout = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
      await fetch(checkout.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
      expect(await listed(client)).toEqual([{ ...alert, resolvedAt: app.clock.now().toISOString() }])
    })

    test('of several warnings about the same thing the most urgent is shown; all of them are kept', async () => {
      const { client } = await app.guest()
      await spend(client, 9)
      expect(await listed(client)).toMatchObject([{ details: { of: 'credits', credits: 2 } }])
      expect(await app.database.db.read.alert.count({ where: { kind: 'low', resolvedAt: null } })).toBe(2)
    })

    test('acknowledging counts once, and for what says the same', async () => {
      const { client } = await app.guest()
      await spend(client, 9)
      const [alert] = await listed(client)
      const id = alert?.id ?? ''
      const first = await client.alerts.acknowledge.mutate({ id })
      expect(first.acknowledgedAt).toBe(app.clock.now().toISOString())
      app.clock.advance({ ms: 1000 })
      expect(await client.alerts.acknowledge.mutate({ id })).toEqual(first)
      expect(await app.database.db.read.alert.count({ where: { acknowledgedAt: null } })).toBe(0)
      expect(await listed(client)).toEqual([first])
    })

    test('acknowledging an old warning that is over does not silence the one of today', async () => {
      const { client } = await app.guest()
      await spend(client, 6)
      const [old] = await listed(client)
      app.clock.advance({ ms: 1000 })
      const checkout = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
      await fetch(checkout.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
      await client.wallet.updateSettings.mutate({ intentId: randomUUID(), lowCredits: 200 })
      const [today] = await listed(client)
      expect(today).toMatchObject({ details: { kind: 'low', credits: 104 }, resolvedAt: null })
      await client.alerts.acknowledge.mutate({ id: old?.id ?? '' })
      const [still, over] = await listed(client)
      expect(still).toEqual(today)
      expect(over).toMatchObject({ id: old?.id, acknowledgedAt: app.clock.now().toISOString() })
    })

    test("another account's alert and an unknown one are NOT_FOUND", async () => {
      const [mine, theirs] = [await app.guest(), await app.guest()]
      await spend(theirs.client, 6)
      const [alert] = await listed(theirs.client)
      const attempts = [alert?.id ?? '', randomUUID()].map((id) => refusalOf(mine.client.alerts.acknowledge.mutate({ id })))
      expect((await Promise.all(attempts)).map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND'])
      expect(await listed(mine.client)).toEqual([])
      expect(await listed(theirs.client)).toEqual([alert])
    })
  })

  test("a project's budget is told of by its name of today, until the project is put away", async () => {
    app = await startTestApp({ database, trialCredits: 100 })
    const { client } = await app.guest()
    const terms = { name: 'Resort 27', budget: 5, whenUsedUp: 'tell' as const }
    const { id } = await client.projects.create.mutate({ intentId: randomUUID(), ...terms })
    await spend(client, 4, id)
    const details = { kind: 'budget', percent: 80, projectId: id, used: 4, limit: 5 }
    expect(await listed(client)).toMatchObject([{ details, projectName: 'Resort 27' }])
    await spend(client, 2, id)
    expect(await listed(client)).toMatchObject([{ details: { percent: 100, used: 6, limit: 5 } }])
    await client.projects.update.mutate({ intentId: randomUUID(), id, ...terms, name: 'Swim capsule' })
    expect(await listed(client)).toMatchObject([{ projectName: 'Swim capsule' }])
    await client.projects.archive.mutate({ id })
    expect(await listed(client)).toEqual([])
    await client.projects.archive.mutate({ id, archived: false })
    await client.projects.update.mutate({ intentId: randomUUID(), id, ...terms, budget: 60 })
    expect((await listed(client)).map(({ resolvedAt }) => resolvedAt !== null)).toEqual([true, true])
  })

  test('a trial is told of seven days ahead and the day before, by the sweeper; at its end its credits are gone', async () => {
    app = await startTestApp({ database, trialCredits: 100 })
    const { client } = await app.guest()
    await client.wallet.balance.query()
    const { sweeper } = app.app
    const expiring = async () => {
      await sweeper.runDue()
      const alerts = await listed(client)
      return alerts.map(({ details, resolvedAt }) => [
        details.kind,
        details.kind === 'expiring' && details.days,
        resolvedAt !== null,
      ])
    }
    expect(await expiring()).toEqual([])
    app.clock.advance({ days: 7 })
    expect(await expiring()).toEqual([['expiring', 7, false]])
    app.clock.advance({ days: 6 })
    expect(await expiring()).toEqual([['expiring', 1, false]])
    app.clock.advance({ days: 1 })
    expect(await expiring()).toEqual([
      ['low', false, false],
      ['expiring', 1, true],
      ['expiring', 7, true],
    ])
    const { entries } = await client.wallet.history.query({ limit: 1 })
    expect(entries).toMatchObject([{ to: 'expired', credits: 100 }])
  })

  test('the list is bounded: open ones first, newest first', async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const at = (day: number) => new Date(Date.UTC(2026, 9, day))
    const row = (id: string, day: number, resolvedAt: Date | null, lotId = id) => {
      const about = { lotId, lotKind: 'pack', label: null, credits: 1, expiresAt: '2026-12-01T00:00:00Z', days: 7 }
      const details = JSON.stringify({ kind: 'expiring', ...about })
      return { id, accountId, kind: 'expiring', subject: lotId, level: 7, details, raisedAt: at(day), resolvedAt }
    }
    await app.database.db.write.alert.createMany({
      data: [
        row('resolved-old', 1, at(20)),
        row('open-old', 2, null),
        row('resolved-new', 9, at(10)),
        row('open-new', 5, null),
        { ...row('of-a-newer-version', 8, null), details: '{"kind":"eclipse"}' },
      ],
    })
    expect((await listed(client)).map(({ id }) => id)).toEqual(['open-new', 'open-old', 'resolved-new', 'resolved-old'])
    const { alerts } = await client.alerts.list.query({ limit: 3 })
    expect(alerts.map(({ id }) => id)).toEqual(['open-new', 'open-old', 'resolved-new'])
  })
})
