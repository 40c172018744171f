import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from 'server/platform/clock'
import { type Db, type DbProvider, openPostgres, openSqlite } from 'server/platform/db'
import { randomIds } from 'server/platform/ids'
import { migrateSqlite } from 'server/platform/migrate-sqlite'
import { createDatabase } from './postgres.ts'
import { postgresForTests } from './postgres-on-demand.ts'

/** For suites that hold on both: `describe.each(databases)('on %s', (provider) => …)`. */
export const databases: DbProvider[] = ['sqlite', 'postgresql']

export interface TestDatabase {
  provider: DbProvider
  db: Db
  /** The same database as another server would open it. Whoever asked closes it. */
  openAgain(): Db
  close(): Promise<void>
}

export interface TestSqlite extends TestDatabase {
  file: string
}

export interface TestPostgres extends TestDatabase {
  url: string
}

/** A real, migrated database of its own; gone when closed. */
export async function openTestDatabase(provider?: 'sqlite'): Promise<TestSqlite>
export async function openTestDatabase(provider: 'postgresql'): Promise<TestPostgres>
export async function openTestDatabase(provider: DbProvider): Promise<TestDatabase>
export async function openTestDatabase(provider: DbProvider = 'sqlite'): Promise<TestSqlite | TestPostgres> {
  return provider === 'sqlite' ? openTestSqlite() : openTestPostgres()
}

function openTestSqlite(): TestSqlite {
  const folder = mkdtempSync(join(tmpdir(), 'toile-test-'))
  const file = join(folder, 'toile.db')
  migrateSqlite(file, systemClock, randomIds)
  const db = openSqlite(file)
  const close = async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { provider: 'sqlite', db, file, openAgain: () => openSqlite(file), close }
}

async function openTestPostgres(): Promise<TestPostgres> {
  const { url, drop } = await createDatabase(await postgresForTests())
  const db = openPostgres(url)
  const close = async () => {
    await db.close()
    await drop()
  }
  return { provider: 'postgresql', db, url, openAgain: () => openPostgres(url), close }
}
