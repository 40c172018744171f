import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from './journal.ts'
import { sweepEndedLots } from './sweep.ts'
import { verifyLedger } from './verify.ts'
import { createWallet, type NewGrant, type Wallet } from './wallet.ts'

const accountId = 'account-1'
const dayMs = 86_400_000
let database: TestDatabase
let clock: TestClock

function openWallet(walletClock = clock): Wallet {
  const journal = createJournal({ db: database.db, clock: walletClock, log: createLog('silent'), onCommitted: () => {} })
  return createWallet({ db: database.db, clock: walletClock, journal })
}

describe.each(databases)('on %s', (provider) => {
  let wallet: Wallet
  beforeEach(async () => {
    database = await openTestDatabase(provider)
    clock = new TestClock()
    wallet = openWallet()
    await wallet.open(accountId)
  })
  afterEach(async () => {
    expect(await verifyLedger(database.db)).toEqual([])
    await database.close()
  })

  const sweep = () => sweepEndedLots({ db: database.db, clock, wallet })
  const grant = (lotId: string, days: number, more: Partial<NewGrant> = {}) => {
    const expiresAt = clock.now().getTime() + days * dayMs
    const lot = { lotId, kind: 'pack' as const, label: null, credits: 10, expiresAt, reference: null }
    return wallet.grant({ accountId, key: `grant:${lotId}`, ...lot, ...more })
  }
  const lots = async () => {
    const rows = await database.db.read.lot.findMany({ orderBy: { createdAt: 'asc' } })
    return rows.map(({ available, held, spent, expired, moved }) => ({ available, held, spent, expired, moved }))
  }
  const none = { available: 0, held: 0, spent: 0, expired: 0, moved: 0 }

  test('what is left of a lot expires at its end, not before, and once', async () => {
    await grant('lot-1', 10)
    clock.advance({ ms: 10 * dayMs - 1 })
    expect(await sweep()).toBe(0)
    clock.advance({ ms: 1 })
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await lots()).toEqual([{ ...none, expired: 10 }])
  })

  test('what is held stays good for its hold', async () => {
    await grant('lot-1', 10)
    const about = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', payload: 'same' }
    await wallet.hold({ accountId, key: 'hold-1', holdId: 'hold-1', credits: 4, ...about })
    clock.advance({ days: 10 })
    expect([await sweep(), await sweep()]).toEqual([1, 0])
    expect(await lots()).toEqual([{ ...none, held: 4, expired: 6 }])
    await wallet.capture({ accountId, key: 'capture-1', holdId: 'hold-1', credits: 4 })
    expect([await sweep(), await lots()]).toEqual([0, [{ ...none, spent: 4, expired: 6 }]])
  })

  test('what rolls over goes into a new lot, which ends in its turn', async () => {
    await grant('lot-1', 10, { rollover: { max: 3, until: clock.now().getTime() + 20 * dayMs } })
    clock.advance({ days: 10 })
    await sweep()
    expect(await lots()).toEqual([
      { ...none, moved: 3, expired: 7 },
      { ...none, available: 3 },
    ])
    clock.advance({ days: 10 })
    expect(await sweep()).toBe(1)
    expect((await lots())[1]).toEqual({ ...none, expired: 3 })
  })

  test('more lots than one batch takes, and several servers at once: each ends once', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, i) => grant(`lot-${i}`, 10)))
    clock.advance({ days: 10 })
    await Promise.all([sweep(), sweep(), sweep()])
    expect(await database.db.read.entry.count({ where: { to: 'expired' } })).toBe(300)
    expect(await database.db.read.lot.count({ where: { closedAt: null } })).toBe(0)
  })

  test('a server whose clock is ahead of the one that decides ends nothing too early', async () => {
    await grant('lot-1', 10)
    const ahead = new TestClock()
    ahead.advance({ days: 11 })
    expect(await sweepEndedLots({ db: database.db, clock: ahead, wallet })).toBe(0)
    expect(await lots()).toEqual([{ ...none, available: 10 }])
    clock.advance({ days: 11 })
    expect(await sweep()).toBe(1)
  })
})
