import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestSqlite } from '../../../test/support/test-database.ts'

let database: TestSqlite
beforeEach(async () => {
  database = await openTestDatabase()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await database.close()
})

const draft = (intentId: string, credits: number) => ({
  accountId: 'account-1',
  intentId,
  request: '{}',
  credits,
  createdAt: new Date(0),
})

test('a statement is prepared once, and each run has its own arguments', async () => {
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  const { db, close } = await openTestDatabase()
  for (const credits of [1, 2, 3]) await db.write.draft.create({ data: draft(`intent-${credits}`, credits) })
  const inserts = prepare.mock.calls.filter(([sql]) => sql.startsWith('INSERT INTO `main`.`Draft`'))
  const found = await db.write.draft.findMany({ orderBy: { credits: 'asc' } })
  await close()
  expect(found.map((row) => [row.intentId, row.credits])).toEqual([
    ['intent-1', 1],
    ['intent-2', 2],
    ['intent-3', 3],
  ])
  expect(inserts).toHaveLength(1)
})

test('a table that changes its columns is read as it is', async () => {
  const { write } = database.db
  await write.$executeRawUnsafe('CREATE TABLE "Swatch" ("name" TEXT)')
  await write.$executeRawUnsafe('INSERT INTO "Swatch" VALUES (\'indigo\')')
  expect(await write.$queryRawUnsafe('SELECT * FROM "Swatch"')).toEqual([{ name: 'indigo' }])
  await write.$executeRawUnsafe('ALTER TABLE "Swatch" ADD COLUMN "hex" TEXT DEFAULT \'#26418f\'')
  expect(await write.$queryRawUnsafe('SELECT * FROM "Swatch"')).toEqual([{ name: 'indigo', hex: '#26418f' }])
})

test('a statement that failed can be run again', async () => {
  const { write } = database.db
  await write.draft.create({ data: draft('intent-1', 1) })
  await expect(write.draft.create({ data: draft('intent-1', 1) })).rejects.toMatchObject({ code: 'P2002' })
  await expect(write.draft.create({ data: draft('intent-2', 1) })).resolves.toMatchObject({ intentId: 'intent-2' })
})

test('more statements than are kept all work', async () => {
  const { write } = database.db
  for (let i = 0; i < 400; i++) await write.$queryRawUnsafe(`SELECT ${i} AS "n"`)
  expect(await write.$queryRawUnsafe('SELECT 7 AS "n"')).toEqual([{ n: 7n }])
})
