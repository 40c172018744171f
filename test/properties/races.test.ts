import type { Tx } from 'server/platform/db'
import { companion } from 'server/wallet/companion'
import type { Wallet } from 'server/wallet/wallet'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { databases, openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { accountId, codeOf, newHold, type TestWallet, testWallet } from '../support/test-wallet.ts'

let database: TestDatabase
let opened: TestWallet
afterEach(async () => {
  await opened.verify()
  await database.close()
})

async function prepare(on: TestDatabase, credits: number): Promise<void> {
  database = on
  opened = testWallet(database)
  await opened.wallet.open(accountId)
  await opened.grant('trial', credits)
}

const count = (results: PromiseSettledResult<unknown>[], code: ReturnType<typeof codeOf>) =>
  results.filter((result) => codeOf(result) === code).length
/** Callers are spread over the wallets in turn. */
const race = (wallets: Wallet[], callers: number, call: (wallet: Wallet, i: number) => Promise<unknown>) =>
  Promise.allSettled(Array.from({ length: callers }, (_, i) => call(wallets[i % wallets.length] ?? opened.wallet, i)))
const answersOf = (results: PromiseSettledResult<unknown>[]) =>
  new Set(results.map((result) => (result.status === 'fulfilled' ? JSON.stringify(result.value) : String(result.reason))))

/** What must come out, however many wallets share the database. */
function races(wallets: () => Wallet[]): void {
  test('sixty-four callers spend the last ten credits: exactly ten succeed', async () => {
    const results = await race(wallets(), 64, (wallet, i) => wallet.hold(newHold(`key-${i}`, 1)))
    expect([count(results, 'ok'), count(results, 'INSUFFICIENT_CREDITS')]).toEqual([10, 54])
    expect(await opened.wallet.balance(accountId)).toMatchObject({ credits: 0, held: 10 })
  })

  test('the same key fifty times at once has one effect and fifty equal answers', async () => {
    const results = await race(wallets(), 50, (wallet, i) => wallet.hold(newHold('same', 4, { holdId: `hold-${i}` })))
    expect([count(results, 'ok'), answersOf(results).size]).toEqual([50, 1])
    expect(await opened.wallet.balance(accountId)).toMatchObject({ credits: 6, held: 4 })
  })

  test('a payment told fifty times at once grants once', async () => {
    const expiresAt = Date.parse('2027-11-22')
    const bought = {
      accountId,
      key: 'pack:checkout-1',
      kind: 'pack',
      label: '100',
      credits: 100,
      expiresAt,
      reference: 'checkout-1',
    } as const
    const results = await race(wallets(), 50, (wallet, i) => wallet.grant({ ...bought, lotId: `lot-${i}` }))
    expect([count(results, 'ok'), answersOf(results).size]).toEqual([50, 1])
    expect(await opened.wallet.balance(accountId)).toMatchObject({ credits: 110 })
  })

  test('a capture and a release of the same last credit: one of them wins, the other is told', async () => {
    await opened.wallet.hold(newHold('a', 1))
    const settlement = { accountId, holdId: 'hold-a', credits: 1 }
    const results = await race(wallets(), 40, (wallet, i) =>
      i % 4 < 2
        ? wallet.capture({ ...settlement, key: `settle-${i}` })
        : wallet.release({ ...settlement, key: `settle-${i}`, because: 'failed' }),
    )
    expect([count(results, 'ok'), count(results, 'HOLD_FINISHED')]).toEqual([1, 39])
  })

  test('holds, captures, releases and grants of many accounts at once, over and over: every rule holds at the end', async () => {
    const accounts = ['crowd-1', 'crowd-2', 'crowd-3']
    await race(wallets(), 12, (wallet, i) => wallet.open(accounts[i % 3] ?? ''))
    await race(wallets(), 3, (_wallet, i) => opened.grant(`crowd-${i}`, 40, { accountId: accounts[i] ?? '' }))
    const work = async (wallet: Wallet, i: number) => {
      const account = accounts[i % 3] ?? ''
      await wallet.hold(newHold(`work-${i}`, 2, { accountId: account }))
      const settlement = { accountId: account, holdId: `hold-work-${i}`, credits: 1 }
      await Promise.all([
        wallet.capture({ ...settlement, key: `capture-${i}` }),
        wallet.release({ ...settlement, key: `release-${i}`, because: 'failed' }),
      ])
    }
    const results = await race(wallets(), 90, work)
    expect(count(results, 'other')).toBe(0)
    for (const [i, account] of accounts.entries()) {
      const mine = results.filter((result, at) => at % 3 === i && codeOf(result) === 'ok').length
      expect(await opened.wallet.balance(account)).toMatchObject({ credits: 40 - mine, held: 0 })
      // Each caller keeps one credit of two: forty last for at least twenty of the thirty.
      expect(mine).toBeGreaterThanOrEqual(20)
    }
  })
}

describe.each(databases)('one server on %s', (provider) => {
  beforeEach(async () => prepare(await openTestDatabase(provider), 10))
  races(() => [opened.wallet])
})

describe('two servers on one PostgreSQL', () => {
  let replica: TestWallet
  let close: () => Promise<void>

  beforeEach(async () => {
    await prepare(await openTestDatabase('postgresql'), 10)
    const db = database.openAgain()
    close = () => db.close()
    replica = testWallet(database, { db, clock: opened.clock })
  })
  afterEach(() => close())
  races(() => [opened.wallet, replica.wallet])

  test('a wallet that both open in the same moment is one, and the one that came second is answered like the first', async () => {
    let arrived = () => {}
    let goOn = () => {}
    const written = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const released = new Promise<void>((resolve) => {
      goOn = resolve
    })
    // The first server's transaction stays open, with its rows written, until the second has run into them.
    const stay = async () => {
      arrived()
      await released
    }
    const command = { type: 'open', accountId: 'account-2', key: 'open' } as const
    const first = opened.journal.submit(command, companion({ write: stay }, null))
    await written
    const second = replica.journal.submit(command)
    await untilSomebodyWaits()
    goOn()
    expect(await Promise.all([first, second])).toEqual([{}, {}])
    await opened.grant('lot-of-2', 5, { accountId: 'account-2' })
    expect(await replica.wallet.balance('account-2')).toMatchObject({ credits: 5 })
  })

  async function untilSomebodyWaits(): Promise<void> {
    const waiting = async (tx: Pick<Tx, '$queryRaw'>) =>
      tx.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    while ((await waiting(database.db.read)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }
})
