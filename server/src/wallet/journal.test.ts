import Database from 'better-sqlite3'
import type { ErrorCode } from 'shared'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase, type TestSqlite } from '../../../test/support/test-database.ts'
import { ToileError } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { assertAppendOnly } from './append-only.ts'
import { type CompanionWriter, companion } from './companion.ts'
import { createJournal } from './journal.ts'
import { verifyLedger } from './verify.ts'
import { createWallet, type NewHold, type Wallet } from './wallet.ts'

const log = createLog('silent')
let database: TestSqlite
let clock: TestClock
let wallet: Wallet
let committed: string[]
const accountId = 'account-1'

beforeEach(async () => {
  database = await openTestDatabase()
  clock = new TestClock()
  committed = []
  const journal = createJournal({ db: database.db, clock, log, onCommitted: (accounts) => committed.push(...accounts) })
  wallet = createWallet({ db: database.db, clock, journal })
  await wallet.open(accountId)
  await grant('trial', 10)
})
afterEach(async () => {
  expect(await verifyLedger(database.db)).toEqual([])
  await database.close()
})

function grant(key: string, credits: number) {
  const expiresAt = clock.now().getTime() + 14 * 86_400_000
  return wallet.grant({ accountId, key, lotId: `lot-${key}`, kind: 'trial', label: null, credits, expiresAt, reference: null })
}

function newHold(key: string, credits: number, more: Partial<NewHold> = {}): NewHold {
  return {
    accountId,
    memberId: 'member-1',
    key,
    holdId: `hold-${key}`,
    credits,
    purpose: 'vary',
    reference: 'generation-1',
    payload: 'same',
    ...more,
  }
}

const codeOf = (result: PromiseSettledResult<unknown>): ErrorCode | 'ok' | 'other' =>
  result.status === 'fulfilled' ? 'ok' : result.reason instanceof ToileError ? result.reason.code : 'other'

test('sixty-four callers spend the last ten credits: exactly ten succeed', async () => {
  const results = await Promise.allSettled(Array.from({ length: 64 }, (_, i) => wallet.hold(newHold(`key-${i}`, 1))))
  expect(results.filter((result) => codeOf(result) === 'ok')).toHaveLength(10)
  expect(results.filter((result) => codeOf(result) === 'INSUFFICIENT_CREDITS')).toHaveLength(54)
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 0, held: 10 })
})

test('the same key fifty times at once has one effect and fifty equal answers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) => wallet.hold(newHold('same-key', 4, { holdId: `hold-${i}` }))),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 6, held: 4 })
})

test('the same key is answered the same later, too, after the wallet has changed', async () => {
  const first = await wallet.hold(newHold('key-1', 4))
  await wallet.hold(newHold('key-2', 6))
  expect(await wallet.hold(newHold('key-1', 4, { holdId: 'another' }))).toEqual(first)
})

test('the same key with another payload is IDEMPOTENCY_MISMATCH', async () => {
  await wallet.hold(newHold('key-1', 4))
  await expect(wallet.hold(newHold('key-1', 4, { payload: 'other' }))).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  await expect(wallet.hold(newHold('key-1', 5))).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('a refused key is not kept: after buying, the same intent goes through', async () => {
  await expect(wallet.hold(newHold('key-1', 12))).rejects.toMatchObject({
    code: 'INSUFFICIENT_CREDITS',
    details: { shortfall: 2 },
  })
  await grant('pack', 100)
  await expect(wallet.hold(newHold('key-1', 12))).resolves.toMatchObject({ holdId: 'hold-key-1' })
})

test('after a COMMIT whose answer was lost, the replay finds the keys: everything once, and everybody answered', async () => {
  let lost = false
  const write = Object.create(database.db.write, {
    $transaction: {
      value: async (work: (tx: unknown) => Promise<unknown>) => {
        const answer = await database.db.write.$transaction(work)
        if (lost) return answer
        lost = true
        throw new Error('the connection broke after COMMIT')
      },
    },
  })
  const journal = createJournal({ db: { ...database.db, write }, clock, log, onCommitted: () => {} })
  const shaky = createWallet({ db: database.db, clock, journal })
  const answers = await Promise.all([shaky.hold(newHold('a', 2)), shaky.hold(newHold('b', 3))])
  expect([lost, answers.map((answer) => answer.holdId)]).toEqual([true, ['hold-a', 'hold-b']])
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 5, held: 5 })
})

test('when too much waits, new holds are BUSY with a time to come back, and settling still gets in', async () => {
  await wallet.hold(newHold('first', 1))
  const holds = Array.from({ length: 4096 + 10 }, (_, i) => wallet.hold(newHold(`key-${i}`, 0)))
  const settling = wallet.capture({ accountId, key: 'settle:first', holdId: 'hold-first', credits: 1 })
  const results = await Promise.allSettled(holds)
  const busy = results.filter((result) => codeOf(result) === 'BUSY')
  expect(busy.length).toBeGreaterThan(0)
  expect(busy.length).toBeLessThanOrEqual(10)
  expect(busy[0]).toMatchObject({ reason: { details: { retryAfterMs: 1000 } } })
  await settling
})

test('a refused command does not spoil its batch', async () => {
  const results = await Promise.allSettled([
    wallet.hold(newHold('a', 6)),
    wallet.hold(newHold('b', 6)),
    wallet.hold(newHold('c', 4)),
  ])
  expect(results.map(codeOf)).toEqual(['ok', 'INSUFFICIENT_CREDITS', 'ok'])
})

test('a companion is written with its command, and not at all where the command is refused', async () => {
  const writer = draftWriter()
  await wallet.hold(newHold('a', 6), companion(writer, 'intent-a'))
  await expect(wallet.hold(newHold('b', 6), companion(writer, 'intent-b'))).rejects.toThrow()
  expect((await database.db.write.draft.findMany()).map((row) => row.intentId)).toEqual(['intent-a'])
})

test('a companion that cannot be written takes its command back, and only its own', async () => {
  const broken: CompanionWriter<string> = { write: () => Promise.reject(new Error('disk on fire')) }
  const results = await Promise.allSettled([
    wallet.hold(newHold('a', 2)),
    wallet.hold(newHold('b', 2), companion(broken, '')),
    wallet.hold(newHold('c', 2)),
  ])
  expect(results.map(codeOf)).toEqual(['ok', 'other', 'ok'])
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 6, held: 4 })
})

test('a companion whose condition no longer holds refuses its command', async () => {
  const lost: CompanionWriter<string> = { check: async (_tx, rows) => rows.map(() => false), write: async () => {} }
  await expect(wallet.hold(newHold('a', 2), companion(lost, ''))).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 10, held: 0 })
})

test('a capture and a release of one job share a key: whichever comes first wins, and a credit moves once', async () => {
  await wallet.hold(newHold('a', 3))
  const settlement = { accountId, key: 'settle:job-1', holdId: 'hold-a', credits: 1 }
  const results = await Promise.allSettled([
    wallet.capture(settlement),
    wallet.release({ ...settlement, because: 'failed' }),
    wallet.capture(settlement),
  ])
  expect(results.map(codeOf)).toEqual(['ok', 'IDEMPOTENCY_MISMATCH', 'ok'])
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 7, held: 2 })
})

test.each(['Entry', 'CommandKey'])(
  '%s is append-only: no update, delete or replace gets through, by whatever connection',
  async (table) => {
    await expect(assertAppendOnly(database.db)).resolves.toBeUndefined()
    const attempts = [
      `UPDATE "${table}" SET "at" = 0`,
      `DELETE FROM "${table}"`,
      `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}"`,
    ]
    const other = new Database(database.file)
    other.pragma('recursive_triggers = ON')
    for (const sql of attempts) {
      expect(() => other.exec(sql)).toThrow(/is append-only/)
      await expect(database.db.write.$executeRawUnsafe(sql)).rejects.toThrow()
    }
    other.close()
  },
)

test('the start-up check notices when a trigger is missing', async () => {
  const trigger =
    'CREATE TRIGGER "Entry_no_delete" BEFORE DELETE ON "Entry" BEGIN SELECT RAISE(ABORT, \'Entry is append-only\'); END'
  await database.db.write.$executeRawUnsafe('DROP TRIGGER "Entry_no_delete"')
  await expect(assertAppendOnly(database.db)).rejects.toThrow(/ledger can be changed/)
  await database.db.write.$executeRawUnsafe(trigger)
})

test('the database itself refuses a lot that does not add up', async () => {
  await expect(database.db.write.$executeRaw`UPDATE "Lot" SET "available" = "available" + 1`).rejects.toThrow(/CHECK|constraint/i)
  await expect(
    database.db.write.$executeRaw`UPDATE "Lot" SET "available" = -1, "spent" = "spent" + "available" + 1`,
  ).rejects.toThrow(/CHECK|constraint/i)
})

test('verification finds a balance that no entry explains', async () => {
  await database.db.write.$executeRaw`UPDATE "Lot" SET "available" = "available" - 1, "spent" = "spent" + 1`
  expect((await verifyLedger(database.db)).map((fault) => fault.subject)).toEqual(['lot-trial', 'lot-trial'])
  await database.db.write.$executeRaw`UPDATE "Lot" SET "available" = "available" + 1, "spent" = "spent" - 1`
})

test('time does not go back within an account, even when the clock does', async () => {
  clock.advance({ days: 2 })
  await wallet.hold(newHold('a', 1))
  clock.advance({ days: -1 })
  await wallet.hold(newHold('b', 1))
  const times = (await database.db.write.entry.findMany({ orderBy: { sequence: 'asc' } })).map((entry) => entry.at.getTime())
  expect(times).toEqual([...times].sort((x, y) => x - y))
})

test('credits stop being spendable the moment their lot ends, with no sweep', async () => {
  clock.advance({ days: 14 })
  expect(await wallet.balance(accountId)).toMatchObject({ credits: 0, next: null })
  await expect(wallet.hold(newHold('a', 1))).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' })
})

test('history tells every movement, newest first, page by page', async () => {
  await wallet.hold(newHold('a', 2))
  await wallet.capture({ accountId, key: 'settle:1', holdId: 'hold-a', credits: 1 })
  await wallet.release({ accountId, key: 'settle:2', holdId: 'hold-a', credits: 1, because: 'failed' })
  const first = await wallet.history(accountId, { limit: 3 })
  expect(first.entries.map((entry) => [entry.from, entry.to, entry.credits])).toEqual([
    ['held', 'available', 1],
    ['held', 'spent', 1],
    ['available', 'held', 2],
  ])
  const second = await wallet.history(accountId, { limit: 3, cursor: first.nextCursor ?? 0 })
  expect(second).toMatchObject({ entries: [{ from: 'issued', to: 'available', credits: 10 }], nextCursor: null })
})

test('whoever listens is told which accounts changed, and not of refusals', async () => {
  committed = []
  await Promise.allSettled([wallet.hold(newHold('a', 100)), wallet.hold(newHold('b', 1))])
  await Promise.allSettled([wallet.hold(newHold('c', 100))])
  expect(committed).toEqual([accountId])
})

function draftWriter(): CompanionWriter<string> {
  return {
    write: async (tx, rows) => {
      await tx.draft.createMany({
        data: rows.map((intentId) => ({ accountId, intentId, request: '{}', credits: 0, createdAt: new Date(0) })),
      })
    },
  }
}
