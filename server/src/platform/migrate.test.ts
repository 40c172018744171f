import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { countingIds } from '../../../test/support/test-ids.ts'
import { migrateSqlite } from './migrate.ts'

let file: string
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-migrate-'))
  file = join(folder, 'toile.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

const migrate = () => migrateSqlite(file, new TestClock(), countingIds())
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
