import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from 'server/platform/clock'
import { type Db, openSqlite } from 'server/platform/db'
import { randomIds } from 'server/platform/ids'
import { migrateSqlite } from 'server/platform/migrate-sqlite'

export interface TestDatabase {
  db: Db
  file: string
  close(): Promise<void>
}

/** A real, migrated SQLite file of its own; gone when closed. */
export function openTestDatabase(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'toile-test-'))
  const file = join(folder, 'toile.db')
  migrateSqlite(file, systemClock, randomIds)
  const db = openSqlite(file)
  return {
    db,
    file,
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
