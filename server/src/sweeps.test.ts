import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../test/support/test-database.ts'

const hourMs = 3_600_000
let app: TestApp<TestDatabase>

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database })
    const { client } = await app.guest()
    await client.wallet.balance.query()
  })
  afterEach(() => app.close())

  const run = () => app.app.sweeper.runDue()
  const expired = () => app.database.db.read.entry.count({ where: { to: 'expired' } })

  test('a trial that nobody comes back to is booked within a minute of its end', async () => {
    await run()
    app.clock.advance({ days: 14 })
    await run()
    expect(await expired()).toBe(1)
  })

  test('a clock that jumps a year ahead ends nothing, until it is right and the server was restarted', async () => {
    await run()
    app.clock.jump(365 * 24 * hourMs)
    await run()
    app.clock.jump(-365 * 24 * hourMs)
    app.clock.advance({ days: 14 })
    await run()
    expect(await expired()).toBe(0)
    await app.app.close(0)
    app = await app.restart()
    await run()
    expect(await expired()).toBe(1)
  })

  test('a server that starts with a clock two hours behind its wallets ends nothing', async () => {
    app.clock.jump(-2 * hourMs)
    await run()
    app.clock.advance({ days: 15 })
    await run()
    expect(await expired()).toBe(0)
  })
})
