import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import * as z from 'zod'
import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'

const migrationsFolder = join(import.meta.dirname, '../../prisma/sqlite/migrations')
const appliedRow = z.object({ migration_name: z.string(), checksum: z.string() })

/** The schema in the file is not one that this server knows. The message says what to do. */
export class MigrationError extends Error {}

/**
 * Applies the committed migrations to a SQLite file, under its write lock, and records them in `_prisma_migrations` as
 * Prisma does, so that `prisma migrate status` agrees. All of them or none. Returns the names it applied.
 */
export function migrateSqlite(file: string, clock: Clock, ids: Ids, folder: string = migrationsFolder): string[] {
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

function applyMissing(db: Database.Database, clock: Clock, ids: Ids, folder: string): string[] {
  db.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`)
  const rows = db.prepare('SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL').all()
  const applied = new Map(
    z
      .array(appliedRow)
      .parse(rows)
      .map((row) => [row.migration_name, row.checksum]),
  )
  const known = readMigrations(folder)
  refuseUnknown([...applied.keys()], new Set(known.map((migration) => migration.name)))

  const missing = known.filter((migration) => !applied.has(migration.name))
  for (const migration of missing) {
    db.exec(migration.sql)
    const now = clock.now().getTime()
    db.prepare(
      'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    ).run(ids.next(), migration.checksum, now, migration.name, now)
  }
  for (const migration of known) {
    const recorded = applied.get(migration.name)
    if (recorded !== undefined && recorded !== migration.checksum) {
      throw new MigrationError(`Migration ${migration.name} was changed after it was applied. Restore its file from git.`)
    }
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

/** A schema newer than this server must not be written by it: it would not know what it breaks. */
function refuseUnknown(applied: string[], known: Set<string>): void {
  const unknown = applied.find((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new MigrationError(
      `The database has migration ${unknown}, which this version of Toile does not know. Start the newer version.`,
    )
  }
}

function readMigrations(folder: string): { name: string; sql: string; checksum: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
