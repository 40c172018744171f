import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDatabase } from '../../../test/support/postgres.ts'
import { postgresForTests } from '../../../test/support/postgres-on-demand.ts'
import { TestClock } from '../../../test/support/test-clock.ts'
import { countingIds } from '../../../test/support/test-ids.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { migrationsFolder } from './migrations.ts'

const ids = countingIds()
let database: Awaited<ReturnType<typeof createDatabase>>
let folder: string
beforeEach(async () => {
  const { url } = await postgresForTests()
  database = await createDatabase({ url })
  folder = mkdtempSync(join(tmpdir(), 'toile-migrate-'))
})
afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const migrate = (migrations?: string) => migratePostgres(database.url, new TestClock(), ids, migrations)

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The project's own migrations and one more. */
function withOneMore(sql: string): string {
  const migrations = join(folder, 'migrations')
  cpSync(migrationsFolder('postgresql'), migrations, { recursive: true })
  mkdirSync(join(migrations, '20990101000000_next'))
  writeFileSync(join(migrations, '20990101000000_next', 'migration.sql'), sql)
  return migrations
}

test('every migration is applied once, and recorded as Prisma records it', async () => {
  const applied = await migrate()
  expect(applied.length).toBeGreaterThan(0)
  expect(await migrate()).toEqual([])
  const rows = await query(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE applied_steps_count = 1 ORDER BY started_at',
  )
  expect(rows.map((row) => row.migration_name)).toEqual(applied)
  expect(rows[0]?.finished_at).toEqual(new TestClock().now())
})

test('two servers that start at once migrate once', async () => {
  const [first, second, third] = await Promise.all([migrate(), migrate(), migrate()])
  const applied = [first, second, third].filter((names) => names.length > 0)
  expect(applied).toHaveLength(1)
  expect(await query('SELECT migration_name FROM _prisma_migrations')).toHaveLength(applied[0]?.length ?? 0)
})

test('a schema newer than this server is refused', async () => {
  await migrate()
  await query("UPDATE _prisma_migrations SET migration_name = '20990101000000_tomorrow'")
  await expect(migrate()).rejects.toThrow(/20990101000000_tomorrow.*Start the newer version/)
})

test('a migration that was changed after it was applied is refused', async () => {
  await migrate()
  await query("UPDATE _prisma_migrations SET checksum = 'other'")
  await expect(migrate()).rejects.toThrow(/was changed after it was applied/)
})

test('a migration that fails takes all of them back', async () => {
  const broken = withOneMore('CREATE TABLE "Gone" (id TEXT); DELETE FROM "NoSuchTable";')
  await expect(migrate(broken)).rejects.toThrow(/NoSuchTable/)
  expect(await query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
  expect((await migrate()).length).toBeGreaterThan(0)
})

test('a database that is not there is named, without the password', async () => {
  const url = Object.assign(new URL(database.url), { pathname: '/no_such_database' })
  const failed = migratePostgres(url.href, new TestClock(), ids)
  await expect(failed).rejects.toThrow(/no_such_database.*TOILE_DATABASE_URL names it/)
  const message = await failed.catch((error: Error) => error.message)
  expect(url.password).not.toBe('')
  expect(message).not.toContain(url.password)
})
