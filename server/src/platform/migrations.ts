import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { DbProvider } from './db.ts'

/** The schema in the database is not one that this server knows. The message says what to do. */
export class MigrationError extends Error {}

export interface Migration {
  name: string
  sql: string
  checksum: string
}

const appliedRows = z.array(z.object({ migration_name: z.string(), checksum: z.string() }))

/** What of `_prisma_migrations` counts here. */
export const selectApplied = 'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL'

/** Where the project keeps the migrations of a database. */
export function migrationsFolder(provider: DbProvider): string {
  return join(import.meta.dirname, '../../prisma', provider, 'migrations')
}

/**
 * The folder's migrations that the database has not, in order.
 * @param rows what `selectApplied` answered
 */
export function missingMigrations(folder: string, rows: unknown): Migration[] {
  const applied = new Map(appliedRows.parse(rows).map((row) => [row.migration_name, row.checksum]))
  const known = readMigrations(folder)
  refuseUnknown([...applied.keys()], known)
  refuseChanged(applied, known)
  return known.filter((migration) => !applied.has(migration.name))
}

/** A schema newer than this server must not be written by it: it would not know what it breaks. */
function refuseUnknown(applied: string[], known: Migration[]): void {
  const names = new Set(known.map((migration) => migration.name))
  const unknown = applied.find((name) => !names.has(name))
  if (unknown !== undefined) {
    throw new MigrationError(
      `The database has migration ${unknown}, which this version of Toile does not know. Start the newer version.`,
    )
  }
}

function refuseChanged(applied: Map<string, string>, known: Migration[]): void {
  const changed = known.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (changed !== undefined) {
    throw new MigrationError(`Migration ${changed.name} was changed after it was applied. Restore its file from git.`)
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}
