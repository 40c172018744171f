import pg from 'pg'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import { migrationsFolder, missingMigrations, selectApplied } from './migrations.ts'
import { PostgresError, postgresSettings, prepareSession, withoutSecrets } from './postgres.ts'

/** The lock that Prisma's own `migrate deploy` takes: neither runs beside the other. */
const migrationLock = 72707369

/**
 * Applies the committed migrations to a PostgreSQL database, one server at a time, and records them in `_prisma_migrations`
 * as Prisma does, so that `prisma migrate status` agrees. All of them or none. Returns the names it applied.
 */
export async function migratePostgres(
  url: string,
  clock: Clock,
  ids: Ids,
  folder = migrationsFolder('postgresql'),
): Promise<string[]> {
  // A table may be large, and its rebuilding slow: only waiting is limited.
  const db = new pg.Client({ ...postgresSettings(url), statement_timeout: 0 })
  // A connection that breaks also fails the query under way, which says so.
  db.on('error', () => {})
  try {
    await connect(db, url)
    return await inTransaction(db, () => applyMissing(db, clock, ids, folder))
  } finally {
    await db.end()
  }
}

/** The names of the committed migrations that the database lacks. Throws `MigrationError` where it has more than those. */
export async function missingInPostgres(url: string, folder = migrationsFolder('postgresql')): Promise<string[]> {
  const db = new pg.Client(postgresSettings(url))
  db.on('error', () => {})
  try {
    await connect(db, url)
    const migrated = await db.query(`SELECT 1 WHERE to_regclass('"_prisma_migrations"') IS NOT NULL`)
    const { rows } = migrated.rowCount === 0 ? { rows: [] } : await db.query(selectApplied)
    return missingMigrations(folder, rows).map((migration) => migration.name)
  } finally {
    await db.end()
  }
}

async function connect(db: pg.Client, url: string): Promise<void> {
  try {
    await db.connect()
    await prepareSession(db)
  } catch (cause) {
    throw new PostgresError(
      `The database ${withoutSecrets(url)} does not let Toile in: ${reasonOf(cause)}. TOILE_DATABASE_URL names it.`,
      { cause },
    )
  }
}

async function inTransaction<T>(db: pg.Client, work: () => Promise<T>): Promise<T> {
  await db.query('BEGIN')
  try {
    const result = await work()
    await db.query('COMMIT')
    return result
  } catch (error) {
    // Where the connection broke, the server has rolled back by itself.
    await db.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function applyMissing(db: pg.Client, clock: Clock, ids: Ids, folder: string): Promise<string[]> {
  // Another server that migrates may take its time; a table that somebody reads may not keep everybody else waiting.
  await db.query("SET LOCAL lock_timeout = '5min'")
  await db.query(`SELECT pg_advisory_xact_lock(${migrationLock})`)
  await db.query("SET LOCAL lock_timeout = '10s'")
  await db.query(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`)
  const { rows } = await db.query(selectApplied)
  const missing = missingMigrations(folder, rows)
  for (const migration of missing) {
    await db.query(migration.sql)
    const now = clock.now()
    await db.query(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ($1, $2, $3, $4, $3, 1)',
      [ids.next(), migration.checksum, now, migration.name],
    )
  }
  return missing.map((migration) => migration.name)
}

/** A machine with two addresses that both refuse answers with an error of errors, which has no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
