import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from 'server/platform/clock'
import { type Db, type DbProvider, openPostgres, openSqlite } from 'server/platform/db'
import { randomIds } from 'server/platform/ids'
import { migrateSqlite } from 'server/platform/migrate-sqlite'
import { databaseForTest } from './postgres-on-demand.ts'

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

/** What is in the file of an empty one: migrated once, since all migrations take longer than most tests. */
let migrated: Buffer | undefined

function openTestSqlite(): TestSqlite {
  const folder = mkdtempSync(join(tmpdir(), 'toile-test-'))
  const file = join(folder, 'toile.db')
  if (migrated === undefined) {
    migrateSqlite(file, systemClock, randomIds)
    migrated = readFileSync(file)
  } else writeFileSync(file, migrated)
  const db = openSqlite(file)
  const close = async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { provider: 'sqlite', db, file, openAgain: () => openSqlite(file), close }
}

async function openTestPostgres(): Promise<TestPostgres> {
  const { url, giveBack } = await databaseForTest()
  const db = openPostgres(url)
  const close = async () => {
    await db.close()
    await giveBack()
  }
  return { provider: 'postgresql', db, url, openAgain: () => openPostgres(url), close }
}
