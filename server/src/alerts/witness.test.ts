import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { countingIds } from '../../../test/support/test-ids.ts'
import type { Tx } from '../platform/db.ts'
import { createLog } from '../platform/log.ts'
import type { Command } from '../wallet/commands.ts'
import { type CompanionWriter, companion } from '../wallet/companion.ts'
import { createJournal, type Journal } from '../wallet/journal.ts'
import type { WalletState } from '../wallet/state.ts'
import { verifyLedger } from '../wallet/verify.ts'
import { type AlertsWitness, createAlertsWitness } from './witness.ts'

const accountId = 'account-1'
const dayMs = 86_400_000
let database: TestDatabase
let clock: TestClock
let witness: AlertsWitness
let journal: Journal
let keys = 0

/** Commands of one account, each with a key of its own. */
const orders = {
  open: (): Command => ({ type: 'open', accountId, key: 'open' }),
  grant: (credits: number, days = 30): Command => {
    const expiresAt = clock.now().getTime() + days * dayMs
    const lot = { lotId: `lot-${++keys}`, kind: 'pack' as const, label: null, priority: 0, reference: null, rollover: null }
    return { type: 'grant', accountId, key: `grant-${keys}`, ...lot, credits, effectiveAt: clock.now().getTime(), expiresAt }
  },
  hold: (holdId: string, credits: number, projectId: string | null = null): Command => {
    const yes = { useReserve: true, overBudget: true }
    const about = { memberId: 'member-1', purpose: 'vary', reference: 'generation-1', priceVersion: 1, payload: holdId }
    return { type: 'hold', accountId, key: `hold-${holdId}`, holdId, credits, projectId, ...yes, ...about }
  },
  capture: (holdId: string, credits: number): Command => ({ type: 'capture', accountId, key: `key-${++keys}`, holdId, credits }),
  release: (holdId: string, credits: number): Command => {
    return { type: 'release', accountId, key: `key-${++keys}`, holdId, credits, because: 'failed' }
  },
  cap: (cap: number): Command => {
    const cycle = {
      cycle: 'cycle-1',
      label: null,
      effectiveAt: clock.now().getTime(),
      expiresAt: clock.now().getTime() + 30 * dayMs,
    }
    return { type: 'setCap', accountId, key: `key-${++keys}`, lotId: `metered-${keys}`, cap, ...cycle }
  },
  budget: (limit: number | null): Command => {
    return { type: 'setBudget', accountId, key: `key-${++keys}`, projectId: 'project-1', limit, whenUsedUp: 'tell' }
  },
}

async function raisedOf(db = database.db) {
  const rows = await db.read.alert.findMany()
  return rows.map(({ id: _, ...row }) => row).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** `kind subject level`, with a word for those that are over. */
const summary = async () =>
  (await raisedOf()).map((row) => `${row.kind} ${row.subject} ${row.level}${row.resolvedAt === null ? '' : ' resolved'}`).sort()

async function openLedger(provider: TestDatabase['provider']) {
  database = await openTestDatabase(provider)
  clock = new TestClock()
  witness = createAlertsWitness({ ids: countingIds() })
  journal = createJournal({ db: database.db, clock, log: createLog('silent'), witness, onCommitted: () => {} })
}

async function closeLedger() {
  expect(await verifyLedger(database.db)).toEqual([])
  await database.close()
}

describe.each(databases)('on %s', (provider) => {
  beforeEach(async () => {
    await openLedger(provider)
    await journal.submit(orders.open())
  })
  afterEach(closeLedger)

  test('a fall is raised once, with what was true, however often the balance falls further', async () => {
    await journal.submit(orders.grant(100))
    await journal.submit(orders.hold('a', 81))
    await journal.submit(orders.capture('a', 81))
    await journal.submit(orders.hold('b', 3))
    expect(await summary()).toEqual(['low percent 20'])
    const [row] = await raisedOf()
    expect(row).toMatchObject({ accountId, raisedAt: clock.now(), resolvedAt: null, acknowledgedAt: null })
    expect(JSON.parse(row?.details ?? '')).toEqual({ kind: 'low', of: 'percent', credits: 19, threshold: 20, reserve: 0 })
  })

  test('a hold that fails leaves no open alert; the next fall is a new one', async () => {
    await journal.submit(orders.grant(100))
    await journal.submit(orders.hold('a', 99))
    clock.advance({ ms: 1000 })
    await journal.submit(orders.release('a', 99))
    expect(await summary()).toEqual(['low credits 5 resolved', 'low percent 20 resolved'])
    expect(await raisedOf()).toMatchObject([{ resolvedAt: clock.now() }, { resolvedAt: clock.now() }])
    await journal.submit(orders.hold('b', 90))
    expect(await summary()).toEqual(['low credits 5 resolved', 'low percent 20', 'low percent 20 resolved'])
  })

  test('a grant resolves what it lifts, and a lot that ended by itself is a fall', async () => {
    await journal.submit(orders.grant(10, 1))
    await journal.submit(orders.hold('a', 9))
    await journal.submit(orders.grant(3, 30))
    expect(await summary()).toEqual(['low credits 5', 'low percent 20 resolved'])
    await journal.submit(orders.grant(40, 2))
    expect(await summary()).toEqual(['low credits 5 resolved', 'low percent 20 resolved'])
    clock.advance({ days: 3 })
    await journal.submit(orders.release('a', 0))
    expect(await summary()).toEqual(['low credits 5', 'low credits 5 resolved', 'low percent 20', 'low percent 20 resolved'])
  })

  test('a cap and a budget are told at 80 % and at 100 %, and resolved when they are raised', async () => {
    await journal.submit(orders.cap(10))
    await journal.submit(orders.budget(10))
    await journal.submit(orders.hold('a', 8, 'project-1'))
    expect(await summary()).toEqual(['budget project-1 80', 'metered cycle-1 80'])
    await journal.submit(orders.hold('b', 2, 'project-1'))
    expect(await summary()).toEqual(['budget project-1 100', 'budget project-1 80', 'metered cycle-1 100', 'metered cycle-1 80'])
    await journal.submit(orders.cap(12))
    await journal.submit(orders.budget(20))
    expect(await summary()).toEqual([
      'budget project-1 100 resolved',
      'budget project-1 80 resolved',
      'metered cycle-1 100 resolved',
      'metered cycle-1 80',
    ])
  })

  test('a warning whose threshold was moved is still the same one, and is resolved', async () => {
    await journal.submit(orders.grant(100))
    await journal.submit(orders.hold('a', 85))
    await journal.submit({ type: 'configure', accountId, key: 'configure-1', settings: { lowPercent: 40 } })
    expect(await summary()).toEqual(['low percent 20'])
    await journal.submit({ type: 'configure', accountId, key: 'configure-2', settings: { lowPercent: 0 } })
    expect(await summary()).toEqual(['low percent 20 resolved'])
  })

  test('the same commands raise the same in one batch and one by one', async () => {
    const script = () => [
      orders.grant(100),
      orders.budget(50),
      orders.hold('a', 85, 'project-1'),
      orders.release('a', 80),
      orders.hold('b', 60, 'project-1'),
      orders.hold('c', 34, 'project-1'),
      orders.capture('b', 30),
      orders.release('b', 30),
      orders.budget(200),
      orders.hold('d', 30),
      orders.grant(10),
      orders.cap(20),
      orders.hold('e', 25),
    ]
    for (const command of script()) await journal.submit(command)
    const oneByOne = await raisedOf()
    await closeLedger()

    await openLedger(provider)
    keys = 0
    let batches = 0
    const see: AlertsWitness['see'] = (tx, steps) => {
      batches += 1
      return witness.see(tx, steps)
    }
    const counted = { db: database.db, clock, log: createLog('silent'), witness: { see }, onCommitted: () => {} }
    journal = createJournal(counted)
    await journal.submit(orders.open())
    await Promise.all(script().map((command) => journal.submit(command)))
    expect(batches).toBe(2)
    expect(await raisedOf()).toEqual(oneByOne)
    expect(oneByOne.length).toBeGreaterThan(6)
    expect(oneByOne.some((row) => row.resolvedAt !== null)).toBe(true)
    expect(oneByOne.some((row) => row.resolvedAt === null)).toBe(true)
  })

  test('a batch that is taken back and replayed raises once', async () => {
    await journal.submit(orders.grant(100))
    const broken: CompanionWriter<null> = {
      write: () => Promise.reject(new Error('these rows cannot be written')),
    }
    const results = await Promise.allSettled([
      journal.submit(orders.hold('a', 97)),
      journal.submit(orders.hold('b', 1), companion(broken, null)),
      journal.submit(orders.hold('c', 1)),
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await summary()).toEqual(['low credits 5', 'low percent 20'])
    expect(await raisedOf()).toMatchObject([{ details: expect.stringContaining('"credits":3') }, {}])
  })

  test('whose alerts changed is told once, after it was written', async () => {
    await journal.submit(orders.grant(100))
    witness.takeChanged([accountId])
    await journal.submit(orders.hold('a', 10))
    expect(witness.takeChanged([accountId])).toEqual([])
    await journal.submit(orders.hold('b', 80))
    expect(witness.takeChanged(['somebody-else'])).toEqual([])
    expect(witness.takeChanged([accountId])).toEqual([accountId])
    expect(witness.takeChanged([accountId])).toEqual([])
  })
})

test('where nothing was crossed the database is asked nothing', async () => {
  const asked = () => {
    throw new Error('the database was asked')
  }
  const tx: Tx = new Proxy(Object.create(null), { get: asked })
  const terms = { reserve: 0, lowPercent: 20, lowCredits: 5, timeZone: 'UTC', afterLastGrant: 0, debt: 0, entryCount: 0 }
  const state: WalletState = { accountId, createdAt: 0, lastCommandAt: 0, ...terms, lots: [], holds: [], budgets: [] }
  const quiet = createAlertsWitness({ ids: countingIds() })
  await quiet.see(tx, [
    { before: null, after: state, now: 0 },
    { before: state, after: { ...state, lastCommandAt: 1 }, now: 1 },
  ])
  const low = { ...state, lowCredits: 0 }
  await expect(quiet.see(tx, [{ before: low, after: state, now: 0 }])).rejects.toThrow('the database was asked')
})
