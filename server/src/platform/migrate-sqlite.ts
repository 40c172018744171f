import Database from 'better-sqlite3'
import * as z from 'zod'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'
import { MigrationError, migrationsFolder, missingMigrations, selectApplied } from './migrations.ts'

/**
 * Applies the committed migrations to a SQLite file, under its write lock, and records them in `_prisma_migrations` as
 * Prisma does, so that `prisma migrate status` agrees. All of them or none. Returns the names it applied.
 */
export function migrateSqlite(file: string, clock: Clock, ids: Ids, folder = migrationsFolder('sqlite')): string[] {
  const db = new Database(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('busy_timeout = 10000')
    // A migration that rebuilds a table drops the old one; with foreign keys on, that would delete every row that points at
    // it. Inside a transaction this cannot be switched off any more.
    db.pragma('foreign_keys = OFF')
    return db.transaction(() => applyMissing(db, clock, ids, folder)).immediate()
  } finally {
    db.close()
  }
}

/** The names of the committed migrations that a file lacks. Throws `MigrationError` where it has more than those. */
export function missingInSqlite(file: string, folder = migrationsFolder('sqlite')): string[] {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const migrated = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_prisma_migrations'").get() !== undefined
    return missingMigrations(folder, migrated ? db.prepare(selectApplied).all() : []).map((migration) => migration.name)
  } finally {
    db.close()
  }
}

function applyMissing(db: Database.Database, clock: Clock, ids: Ids, folder: string): string[] {
  db.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`)
  const missing = missingMigrations(folder, db.prepare(selectApplied).all())
  for (const migration of missing) {
    db.exec(migration.sql)
    const now = clock.now().getTime()
    db.prepare(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    ).run(ids.next(), migration.checksum, now, migration.name, now)
  }
  refuseOrphans(db)
  return missing.map((migration) => migration.name)
}

/** What foreign keys would have refused is refused now, and takes the migrations back. */
function refuseOrphans(db: Database.Database): void {
  const orphans = z.array(z.object({ table: z.string(), parent: z.string() })).parse(db.pragma('foreign_key_check'))
  const [first] = orphans
  if (first !== undefined) {
    throw new MigrationError(
      `${orphans.length} rows of ${first.table} point at rows of ${first.parent} that are not there. Nothing was migrated.`,
    )
  }
}
