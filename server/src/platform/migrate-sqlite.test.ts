import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { countingIds } from '../../../test/support/test-ids.ts'
import { migrateSqlite } from './migrate-sqlite.ts'

// One count for a whole file of tests: migrations of several runs lie in one table.
const ids = countingIds()
let file: string
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-migrate-'))
  file = join(folder, 'toile.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const migrate = () => migrateSqlite(file, new TestClock(), ids)
const change = (sql: string) => {
  const db = new Database(file)
  db.exec(sql)
  db.close()
}

test('every migration is applied once, and recorded as Prisma records it', () => {
  const applied = migrate()
  expect(applied.length).toBeGreaterThan(0)
  expect(migrate()).toEqual([])
  const db = new Database(file)
  const rows = db
    .prepare('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND applied_steps_count = 1')
    .pluck()
    .all()
  db.close()
  expect(rows).toEqual(applied)
})

test('a schema newer than this server is refused', () => {
  migrate()
  change("UPDATE _prisma_migrations SET migration_name = '20990101000000_tomorrow'")
  expect(migrate).toThrow(/20990101000000_tomorrow.*Start the newer version/)
})

test('a migration that was changed after it was applied is refused', () => {
  migrate()
  change("UPDATE _prisma_migrations SET checksum = 'other'")
  expect(migrate).toThrow(/was changed after it was applied/)
})

/** The project's own migrations and one more. */
function withOneMore(sql: string): string {
  const migrations = join(folder, 'migrations')
  cpSync(join(import.meta.dirname, '../../prisma/sqlite/migrations'), migrations, { recursive: true })
  mkdirSync(join(migrations, '20990101000000_next'))
  writeFileSync(join(migrations, '20990101000000_next', 'migration.sql'), sql)
  return migrations
}

const addMember = `
  INSERT INTO "User" VALUES ('user-1', 'Ana', 'ana@example.org', 0, NULL, 1, 1, 1);
  INSERT INTO "Account" VALUES ('user-1', 1);
  INSERT INTO "Member" VALUES ('user-1', 'user-1', 1);`

const rebuildUser = `
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_User" AS SELECT * FROM "User";
  DROP TABLE "User";
  ALTER TABLE "new_User" RENAME TO "User";
  CREATE UNIQUE INDEX "User_id_key" ON "User"("id");
  PRAGMA foreign_keys=ON;`

test('a migration that rebuilds a table keeps the rows that point at it', () => {
  migrate()
  change(addMember)
  expect(migrateSqlite(file, new TestClock(), ids, withOneMore(rebuildUser))).toEqual(['20990101000000_next'])
  const db = new Database(file)
  expect(db.prepare('SELECT COUNT(*) FROM Member').pluck().get()).toBe(1)
  db.close()
})

test('a migration that would leave rows pointing at nothing is taken back whole', () => {
  migrate()
  change(addMember)
  const losing = withOneMore('CREATE TABLE "Gone" (id TEXT); DELETE FROM "User";')
  expect(() => migrateSqlite(file, new TestClock(), ids, losing)).toThrow(/Member point at rows of User.*Nothing was migrated/)
  const db = new Database(file)
  expect(db.prepare('SELECT COUNT(*) FROM User').pluck().get()).toBe(1)
  expect(db.prepare("SELECT COUNT(*) FROM sqlite_master WHERE name = 'Gone'").pluck().get()).toBe(0)
  db.close()
})
