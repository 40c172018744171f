import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDatabase } from '../../../test/support/postgres.ts'
import { postgresForTests } from '../../../test/support/postgres-on-demand.ts'
import { Stack } from '../../../test/support/stack.ts'
import { TestClock } from '../../../test/support/test-clock.ts'
import { randomIds } from '../platform/ids.ts'
import { migratePostgres } from '../platform/migrate-postgres.ts'
import { migrateSqlite } from '../platform/migrate-sqlite.ts'
import { migrationsFolder } from '../platform/migrations.ts'

let stack: Stack
beforeEach(() => {
  stack = new Stack()
})
afterEach(() => stack.close())

const newFolder = () => stack.add(mkdtempSync(join(tmpdir(), 'toile-rows-')), (folder) => rmSync(folder, { recursive: true }))

/** The migrations up to where files had no rows. */
function before(provider: 'sqlite' | 'postgresql'): string {
  const folder = newFolder()
  const names = readdirSync(migrationsFolder(provider)).filter((name) => name < '20261122170000')
  for (const name of names) cpSync(join(migrationsFolder(provider), name), join(folder, name), { recursive: true })
  return folder
}

const at = "'2026-11-01T10:00:00.000+00:00'"
const insert = ['one', 'two', 'three'].map(
  (
    id,
  ) => `INSERT INTO "Image" ("id", "accountId", "contentKey", "role", "mime", "bytes", "width", "height", "palette", "createdAt")
    VALUES ('${id}', 'a', '${id === 'three' ? 'other' : 'shared'}', 'source', 'image/png', 1, 1, 1, '[]', ${at})`,
)
const ask = 'SELECT i."id", f."key" FROM "Image" i JOIN "ImageFile" f ON f."key" = i."contentKey" ORDER BY i."id"'
const answer = [
  { id: 'one', key: 'shared' },
  { id: 'three', key: 'other' },
  { id: 'two', key: 'shared' },
]

test('images of an older version have their files’ rows, on SQLite', () => {
  const file = join(newFolder(), 'toile.db')
  migrateSqlite(file, new TestClock(), randomIds, before('sqlite'))
  const db = new Database(file)
  for (const sql of insert) db.exec(sql)
  migrateSqlite(file, new TestClock(), randomIds)
  expect(db.prepare(ask).all()).toEqual(answer)
  db.close()
})

test('images of an older version have their files’ rows, on PostgreSQL', async () => {
  const { url: server } = await postgresForTests()
  const { url } = stack.add(await createDatabase({ url: server }), ({ drop }) => drop())
  await migratePostgres(url, new TestClock(), randomIds, before('postgresql'))
  const client = new pg.Client(url)
  await client.connect()
  for (const sql of insert) await client.query(sql)
  await migratePostgres(url, new TestClock(), randomIds)
  expect((await client.query(ask)).rows).toEqual(answer)
  await client.end()
})
