import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { createLog } from '../platform/log.ts'
import { createJournal } from '../wallet/journal.ts'
import { createWallet, type NewGrant, type Wallet } from '../wallet/wallet.ts'
import { atStake, dueNotice, type EndingLot, sweepExpiryNotices } from './expiry-notices.ts'

const dayMs = 86_400_000
const accountId = 'account-1'

describe('the notice that is due', () => {
  const ending = (from: string, to: string): EndingLot => {
    return { available: 10, rolloverMax: null, effectiveAt: new Date(from), expiresAt: new Date(to) }
  }
  const year = ending('2026-01-15T12:00:00Z', '2027-01-15T12:00:00Z')

  test.each([
    ['31 days ahead', '2026-12-15T23:59:59Z', null],
    ['30 days ahead, from midnight on', '2026-12-16T00:00:00Z', 30],
    ['8 days ahead', '2027-01-07T23:59:59Z', 30],
    ['7 days ahead: the nearest of two', '2027-01-08T00:00:00Z', 7],
    ['the day before', '2027-01-14T00:00:00Z', 1],
    ['the last moment', '2027-01-15T11:59:59.999Z', 1],
    ['the end', '2027-01-15T12:00:00Z', null],
  ])('of a year: %s', (_name, now, expected) => {
    expect(dueNotice(year, 'UTC', Date.parse(now))).toBe(expected)
  })

  test.each([
    ['a trial of 14 days: 7 days ahead, and not 30', '2026-01-01T00:00:00Z', '2026-01-15T00:00:00Z', '2026-01-08T00:00:00Z', 7],
    ['a trial of 14 days that begins', '2026-01-01T00:00:00Z', '2026-01-15T00:00:00Z', '2026-01-01T00:00:00Z', null],
    ['grace of 7 days that begins', '2026-01-01T00:00:00Z', '2026-01-08T00:00:00Z', '2026-01-01T00:00:00Z', null],
    ['grace of 7 days: the day before', '2026-01-01T00:00:00Z', '2026-01-08T00:00:00Z', '2026-01-07T00:00:00Z', 1],
    ['a day and a half: never', '2026-01-01T00:00:00Z', '2026-01-02T12:00:00Z', '2026-01-02T11:00:00Z', null],
  ])('%s', (_name, from, to, now, expected) => {
    expect(dueNotice(ending(from, to), 'UTC', Date.parse(now))).toBe(expected)
  })

  test("days are the account's own: its midnight begins the day of the notice", () => {
    const lot = ending('2026-01-15T12:00:00Z', '2027-01-15T12:00:00Z')
    // Midnight of 14 January: in Auckland eleven hours before Greenwich's, in São Paulo three hours after it.
    expect(dueNotice(lot, 'Pacific/Auckland', Date.parse('2027-01-14T10:59:59Z'))).toBe(7)
    expect(dueNotice(lot, 'Pacific/Auckland', Date.parse('2027-01-14T11:00:00Z'))).toBe(1)
    expect(dueNotice(lot, 'America/Sao_Paulo', Date.parse('2027-01-14T02:59:59Z'))).toBe(7)
    expect(dueNotice(lot, 'America/Sao_Paulo', Date.parse('2027-01-14T03:00:00Z'))).toBe(1)
  })

  test('what rolls over is not at stake', () => {
    expect([atStake(year), atStake({ ...year, rolloverMax: 4 }), atStake({ ...year, rolloverMax: 40 })]).toEqual([10, 6, 0])
  })
})

describe.each(databases)('the sweep on %s', (provider) => {
  let database: TestDatabase
  let clock: TestClock
  let wallet: Wallet

  beforeEach(async () => {
    database = await openTestDatabase(provider)
    clock = new TestClock('2026-01-15T12:00:00Z')
    const journal = createJournal({ db: database.db, clock, log: createLog('silent'), onCommitted: () => {} })
    wallet = createWallet({ db: database.db, clock, journal })
    await wallet.open(accountId)
  })
  afterEach(() => database.close())

  const sweep = () => sweepExpiryNotices({ db: database.db, clock })
  const grant = (lotId: string, days: number, more: Partial<NewGrant> = {}) => {
    const expiresAt = clock.now().getTime() + days * dayMs
    const lot = { lotId, kind: 'pack' as const, label: '100', credits: 10, expiresAt, reference: null }
    return wallet.grant({ accountId, key: `grant:${lotId}`, ...lot, ...more })
  }
  const hold = (holdId: string, credits: number) => {
    const about = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', payload: holdId }
    return wallet.hold({ accountId, key: holdId, holdId, credits, ...about })
  }
  const told = async () => {
    const rows = await database.db.read.alert.findMany({ orderBy: [{ raisedAt: 'asc' }, { subject: 'asc' }] })
    return rows.map((row) => `${row.subject} ${row.level}${row.resolvedAt === null ? '' : ' resolved'}`)
  }

  test('each notice is raised once, on its day, with what would be lost; at the end they are resolved', async () => {
    await grant('lot-1', 60)
    expect(await sweep()).toEqual([])
    const days: string[][] = []
    for (let day = 1; day <= 60; day++) {
      clock.advance({ days: 1 })
      if ((await sweep()).length > 0) days.push([`day ${day}`, ...(await told())])
      expect(await sweep()).toEqual([])
    }
    expect(days).toEqual([
      ['day 30', 'lot-1 30'],
      ['day 53', 'lot-1 30', 'lot-1 7'],
      ['day 59', 'lot-1 30', 'lot-1 7', 'lot-1 1'],
      ['day 60', 'lot-1 30 resolved', 'lot-1 7 resolved', 'lot-1 1 resolved'],
    ])
    const row = await database.db.read.alert.findFirstOrThrow({ where: { level: 7 } })
    expect(JSON.parse(row.details)).toEqual({
      kind: 'expiring',
      lotId: 'lot-1',
      lotKind: 'pack',
      label: '100',
      credits: 10,
      expiresAt: '2026-03-16T12:00:00.000Z',
      days: 7,
    })
  })

  test('a server that was off for weeks raises only the nearest notice', async () => {
    await grant('lot-1', 60)
    clock.advance({ days: 55 })
    await sweep()
    expect(await told()).toEqual(['lot-1 7'])
  })

  test('a lot with nothing left is told of no more, and not again when credits come back', async () => {
    await grant('lot-1', 20)
    clock.advance({ days: 14 })
    await sweep()
    await hold('hold-1', 10)
    expect(await sweep()).toEqual([])
    await wallet.capture({ accountId, key: 'capture-1', holdId: 'hold-1', credits: 10 })
    expect(await sweep()).toEqual([accountId])
    expect(await told()).toEqual(['lot-1 7 resolved'])
    await wallet.refund({ accountId, key: 'refund-1', holdId: 'hold-1', credits: 10, because: 'failed' })
    expect(await sweep()).toEqual([])
    expect(await told()).toEqual(['lot-1 7 resolved'])
    clock.advance({ days: 5 })
    await sweep()
    expect(await told()).toEqual(['lot-1 7 resolved', 'lot-1 1'])
  })

  test('nobody is told of a pay-as-you-go cap that ends, of what has not begun, or of what rolls over', async () => {
    const at = clock.now().getTime()
    const cycle = { cycle: 'cycle-1', label: null, cap: 10, effectiveAt: at, expiresAt: at + 20 * dayMs }
    await wallet.setCap({ accountId, key: 'cap-1', lotId: 'metered-1', ...cycle })
    await grant('lot-later', 40, { effectiveAt: at + 38 * dayMs })
    await grant('lot-rolling', 20, { rollover: { max: 10, until: at + 50 * dayMs } })
    clock.advance({ days: 19 })
    expect([await sweep(), await told()]).toEqual([[], []])
  })

  test('two servers that sweep at once raise each notice once', async () => {
    for (let i = 0; i < 20; i++) await grant(`lot-${i}`, 20)
    clock.advance({ days: 14 })
    await Promise.all([sweep(), sweep(), sweep()])
    expect(new Set(await told()).size).toBe(20)
    expect(await told()).toHaveLength(20)
  })

  test('any number of lots is looked at, those that end at the same moment, too', async () => {
    const [expiresAt, createdAt] = [new Date(clock.now().getTime() + 20 * dayMs), clock.now()]
    const none = { held: 0, spent: 0, expired: 0, clawedBack: 0, moved: 0, repaid: 0 }
    const lot = { accountId, kind: 'pack', granted: 1, available: 1, ...none, effectiveAt: createdAt, createdAt, expiresAt }
    const lots = Array.from({ length: 1203 }, (_, i) => ({ id: `lot-${i}`, ...lot }))
    for (let i = 0; i < lots.length; i += 200) await database.db.write.lot.createMany({ data: lots.slice(i, i + 200) })
    clock.advance({ days: 14 })
    await sweep()
    expect(await database.db.read.alert.count()).toBe(1203)
  })
})
