import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestSqlite } from '../../../test/support/test-database.ts'

let database: TestSqlite
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(() => database.close())

const draft = (intentId: string) => ({ accountId: 'account-1', intentId, request: '{}', credits: 1, createdAt: new Date(0) })
const rollback = new Error('rolled back on purpose')

/** Resolves when it is opened, so that a test decides what happens while a transaction is open. */
function latch(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** Runs `meanwhile` while a transaction that wrote is open, then rolls it back. */
async function duringRolledBackTransaction(meanwhile: () => void): Promise<void> {
  const wrote = latch()
  const end = latch()
  const transaction = database.db.write.$transaction(async (tx) => {
    await tx.draft.create({ data: draft('intent-in-tx') })
    wrote.open()
    await end.opened
    throw rollback
  })
  await wrote.opened
  meanwhile()
  // Whatever `meanwhile` started has had its chance to slip in.
  await new Promise((resolve) => setImmediate(resolve))
  end.open()
  await expect(transaction).rejects.toBe(rollback)
}

test('fault 1: a plain write that was acknowledged while another transaction was open is there after its rollback', async () => {
  let plain: Promise<unknown> = Promise.resolve()
  await duringRolledBackTransaction(() => {
    plain = Promise.resolve(database.db.write.draft.create({ data: draft('intent-plain') }))
  })
  await plain
  expect((await database.db.write.draft.findMany()).map((row) => row.intentId)).toEqual(['intent-plain'])
})

test('fault 1: a read does not see what a transaction has not committed, through the gate or beside it', async () => {
  let gated: Promise<number> = Promise.resolve(-1)
  let beside: Promise<number> = Promise.resolve(-1)
  await duringRolledBackTransaction(() => {
    gated = database.db.write.draft.count().then((n) => n)
    beside = database.db.read.draft.count().then((n) => n)
  })
  expect([await gated, await beside]).toEqual([0, 0])
})

test('fault 2: a transaction takes the write lock when it begins, so that another process cannot write between its read and its write', async () => {
  const other = new Database(database.file, { timeout: 0 })
  await database.db.write.$transaction(async (tx) => {
    await tx.draft.count()
    expect(() => other.prepare("INSERT INTO Draft VALUES ('a', 'b', '{}', 1, 0)").run()).toThrow(/locked/)
    await tx.draft.create({ data: draft('intent-1') })
  })
  other.close()
  expect(await database.db.write.draft.count()).toBe(1)
})

test('fault 3: after a COMMIT that failed nothing is left open, and the next write works', async () => {
  // A deferred foreign key is only looked at by COMMIT, which fails and leaves the transaction open.
  const broken = database.db.write.$transaction(async (tx) => {
    await tx.$executeRaw`PRAGMA defer_foreign_keys = ON`
    await tx.member.create({ data: { userId: 'nobody-here', accountId: 'no-account', createdAt: new Date(0) } })
  })
  await expect(broken).rejects.toThrow()
  await database.db.write.draft.create({ data: draft('intent-after') })
  expect(await database.db.write.member.count()).toBe(0)
  expect(await database.db.read.draft.count()).toBe(1)
})

test('fault 4: a hundred transactions at once all get their turn', async () => {
  const all = Array.from({ length: 100 }, (_, i) =>
    database.db.write.$transaction(async (tx) => {
      const before = await tx.draft.count()
      await tx.draft.create({ data: { ...draft(`intent-${i}`), credits: before } })
    }),
  )
  await Promise.all(all)
  const rows = await database.db.write.draft.findMany({ orderBy: { credits: 'asc' } })
  expect(rows.map((row) => row.credits)).toEqual(Array.from({ length: 100 }, (_, i) => i))
})

test('every commit is durable: write-ahead log, synchronous FULL, foreign keys and recursive triggers on', async () => {
  const pragma = async (name: string) =>
    Object.values((await database.db.write.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`))[0] ?? {})[0]
  expect(await pragma('journal_mode')).toBe('wal')
  expect(Number(await pragma('synchronous'))).toBe(2)
  expect(Number(await pragma('foreign_keys'))).toBe(1)
  expect(Number(await pragma('recursive_triggers'))).toBe(1)
})
