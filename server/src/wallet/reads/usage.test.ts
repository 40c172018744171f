import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../../../../test/support/test-database.ts'
import { accountId, newHold, type TestWallet, testWallet } from '../../../../test/support/test-wallet.ts'
import { addDays } from '../../platform/days.ts'

const names = async () => new Map([['project-1', 'Resort 27']])
const none = { used: 0, refunded: 0, returned: 0 }

describe.each(databases)('usage on %s', (provider) => {
  let database: TestDatabase
  let on: TestWallet

  beforeEach(async () => {
    database = await openTestDatabase(provider)
    on = testWallet(database)
    await on.wallet.open(accountId)
    await on.wallet.configure({ accountId, key: 'zone', settings: { timeZone: 'Europe/Lisbon' } })
    const asked = { accountId, key: 'project', projectId: 'project-1', limit: null, whenUsedUp: 'stop', payload: '' } as const
    await on.wallet.setBudget(asked)
    await on.grant('pack', 1000, { kind: 'pack', expiresAt: on.clock.now().getTime() + 400 * 86_400_000 })
  })
  afterEach(async () => {
    await on.verify()
    await database.close()
  })

  const at = (moment: string) => on.clock.advance({ ms: Date.parse(moment) - on.clock.now().getTime() })
  const usage = (days = 14) => on.wallet.usage(accountId, { days }, names)

  /** Holds, captures some and gives the rest back. */
  async function make(key: string, credits: number, delivered: number, more: Parameters<typeof newHold>[2] = {}): Promise<void> {
    await on.wallet.hold(newHold(key, credits, more))
    const settle = { accountId, holdId: `hold-${key}` }
    await on.wallet.capture({ ...settle, key: `c:${key}`, credits: delivered })
    await on.wallet.release({ ...settle, key: `r:${key}`, credits: credits - delivered, because: 'failed' })
  }

  test('a wallet that was never used has as many empty days as were asked for, today last', async () => {
    const { byDay, ...rest } = await usage(3)
    expect(rest).toEqual({ timeZone: 'Europe/Lisbon', ...none, byProject: [], byOperation: [] })
    expect(byDay).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => ({ day, ...none })))
    expect((await usage(366)).byDay).toHaveLength(366)
  })

  test('credits are told by day, by project and by operation, and each adds up to the whole', async () => {
    await make('a', 4, 3, { projectId: 'project-1' })
    await make('b', 2, 2, { purpose: 'generate' })
    at('2026-11-24T12:00:00Z')
    await make('c', 5, 5, { purpose: 'generate', projectId: 'project-1' })
    await on.wallet.refund({ accountId, key: 'f', holdId: 'hold-b', credits: 1, because: 'failed' })
    expect(await usage(4)).toEqual({
      timeZone: 'Europe/Lisbon',
      used: 10,
      refunded: 1,
      returned: 2,
      byDay: [
        { day: '2026-11-21', ...none },
        { day: '2026-11-22', used: 5, refunded: 0, returned: 1 },
        { day: '2026-11-23', ...none },
        { day: '2026-11-24', used: 5, refunded: 1, returned: 1 },
      ],
      byProject: [
        { projectId: 'project-1', name: 'Resort 27', used: 8, refunded: 0, returned: 1 },
        { projectId: null, name: null, used: 2, refunded: 1, returned: 1 },
      ],
      byOperation: [
        { operation: 'generate', used: 7, refunded: 1, returned: 1 },
        { operation: 'vary', used: 3, refunded: 0, returned: 1 },
      ],
    })
  })

  test('two months are told as one list, the first day of them too', async () => {
    await make('first', 1, 1, { projectId: 'project-1' })
    at('2027-01-20T12:00:00Z')
    await make('last', 2, 2, { projectId: 'project-1' })
    const { byDay, byProject, used } = await usage(60)
    expect(byDay.filter((day) => day.used > 0)).toEqual([
      { day: '2026-11-22', used: 1, refunded: 0, returned: 0 },
      { day: '2027-01-20', used: 2, refunded: 0, returned: 0 },
    ])
    expect([byDay[0]?.day, byDay.length, used]).toEqual(['2026-11-22', 60, 3])
    expect(byProject).toEqual([{ projectId: 'project-1', name: 'Resort 27', used: 3, refunded: 0, returned: 0 }])
  })

  test('days that the clocks make longer begin and end at their own midnights', async () => {
    at('2027-03-28T00:00:00Z')
    await make('midnight before summer time', 1, 1)
    at('2027-03-28T22:59:59.999Z')
    await make('last moment of the short day', 2, 2)
    at('2027-03-28T23:00:00Z')
    await make('first moment of the next', 4, 4)
    expect((await usage(3)).byDay.map(({ day, used }) => [day, used])).toEqual([
      ['2027-03-27', 0],
      ['2027-03-28', 3],
      ['2027-03-29', 4],
    ])
  })

  test('what is still held, granted or expired is no use', async () => {
    await on.wallet.hold(newHold('held', 7))
    await on.grant('trial', 5)
    at('2026-12-06T09:00:00Z')
    await on.wallet.expire({ accountId, key: 'e', lotId: 'lot-trial' })
    expect(await usage(30)).toMatchObject({ ...none, byProject: [], byOperation: [] })
  })

  test('what comes back late counts as returned, and what lapses with its lot does not', async () => {
    await on.grant('trial', 5)
    await on.wallet.hold(newHold('late', 5))
    at('2026-12-07T09:00:00Z')
    const settle = { accountId, holdId: 'hold-late' }
    await on.wallet.release({ ...settle, key: 'r1', credits: 3, because: 'failed' })
    await on.wallet.release({ ...settle, key: 'r2', credits: 2, because: 'cancelled' })
    expect(await usage(1)).toMatchObject({ used: 0, refunded: 0, returned: 3 })
  })

  test("another account's use is not told", async () => {
    await make('a', 3, 3)
    await on.wallet.open('account-2')
    expect(await on.wallet.usage('account-2', { days: 14 }, names)).toMatchObject({ used: 0, byProject: [] })
    await expect(on.wallet.usage('account-3', { days: 14 }, names)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('the forecast takes its pace from the same use', async () => {
    for (const [i, used] of [2, 4, 3, 6, 3].entries()) {
      at(`${addDays('2026-11-23', 2 * i)}T12:00:00Z`)
      await make(`key-${i}`, used + 1, used)
    }
    await on.wallet.refund({ accountId, key: 'f', holdId: 'hold-key-3', credits: 4, because: 'failed' })
    // 14 credits in the ten days that the wallet is there. The pack ends in 390.875 days, and 547 credits will be used by then.
    expect(await on.wallet.forecast(accountId, { creditsEach: 2 })).toEqual({
      creditsEach: 2,
      credits: 986,
      reserve: 0,
      images: 493,
      metered: null,
      daysOfUse: 5,
      perDay: 1.4,
      runsOutOn: '2027-12-27',
      lapsing: 439,
      asOf: '2026-12-01T12:00:00.000Z',
    })
    at('2026-12-07T12:00:00Z')
    expect(await on.wallet.forecast(accountId, { creditsEach: 2 })).toMatchObject({ daysOfUse: 4, perDay: null, runsOutOn: null })
  })
})
