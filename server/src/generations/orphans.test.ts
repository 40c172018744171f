import { afterEach, describe, expect, test } from 'vitest'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { untilAborted, watchedEngine } from '../../../test/support/watched-engine.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet, type Wallet } from '../wallet/wallet.ts'
import { sweepOrphanedHolds } from './orphans.ts'

const hourMs = 3_600_000
let app: TestApp<TestDatabase>
let wallet: Wallet
afterEach(() => app.close())

const sweep = () => sweepOrphanedHolds({ db: app.database.db, clock: app.clock, wallet })

/** The wallet of the app's database, beside the app. */
async function start(options: Parameters<typeof startTestApp>[0] & { database: TestDatabase['provider'] }) {
  app = await startTestApp(options)
  const { db } = app.database
  const journal = createJournal({ db, clock: app.clock, log: createLog('silent'), onCommitted: () => {} })
  wallet = createWallet({ db, clock: app.clock, journal })
}

describe.each(databases)('on %s', (database) => {
  test('a hold that nothing stands behind comes back after an hour, whole, and once', async () => {
    await start({ database })
    const { client } = await app.guest()
    const { accountId } = await client.account.me.query()
    const about = { memberId: 'member-1', purpose: 'vary', reference: 'never-made', payload: 'same' }
    await wallet.hold({ accountId, key: 'lost-hold', holdId: 'lost-hold', credits: 4, ...about })
    await wallet.capture({ accountId, key: 'lost-capture', holdId: 'lost-hold', credits: 1 })
    app.clock.advance({ ms: hourMs })
    expect(await sweep()).toBe(0)
    app.clock.advance({ ms: 1 })
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
  })

  test('a hold lives as long as one of its jobs does, however long that is', async () => {
    let slow = true
    await start({ database, engines: [watchedEngine((_job, { signal }) => (slow ? untilAborted(signal) : undefined))] })
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(request(2))
    app.clock.advance({ days: 3 })
    expect(await sweep()).toBe(0)
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 23, held: 2 })
    slow = false
    await client.generations.cancel.mutate({ id })
    await finished(client, id)
    expect(await sweep()).toBe(0)
  })

  test('jobs keep the hold of their own generation alive, and no other that names it', async () => {
    await start({ database })
    const { client } = await app.guest()
    const { id } = await client.generations.request.mutate(request(1))
    const { accountId } = await client.account.me.query()
    await finished(client, id)
    const about = { memberId: 'member-1', purpose: 'vary', reference: id, payload: 'same' }
    await wallet.hold({ accountId, key: 'second-hold', holdId: 'second-hold', credits: 2, ...about })
    app.clock.advance({ days: 1 })
    await Promise.all([sweep(), sweep(), sweep()])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 24, held: 0 })
  })
})
