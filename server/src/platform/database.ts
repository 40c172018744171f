import type { Clock } from './clock.ts'
import { type Db, openPostgres, openSqlite } from './db.ts'
import type { Ids } from './ids.ts'
import { migratePostgres, missingInPostgres } from './migrate-postgres.ts'
import { migrateSqlite, missingInSqlite } from './migrate-sqlite.ts'
import { withoutSecrets } from './postgres.ts'

/** Which database a server uses, and where it is. */
export type DatabaseAddress = { provider: 'sqlite'; file: string } | { provider: 'postgresql'; url: string }

/** Applies the committed migrations that are missing there, all or none. Answers their names. */
export async function migrateDatabase(address: DatabaseAddress, clock: Clock, ids: Ids): Promise<string[]> {
  return address.provider === 'sqlite' ? migrateSqlite(address.file, clock, ids) : migratePostgres(address.url, clock, ids)
}

/**
 * The names of the committed migrations that it lacks; nothing is changed. Throws `MigrationError` where its schema is not one that
 * this Toile knows, and what the driver says where it cannot be read.
 */
export async function missingThere(address: DatabaseAddress): Promise<string[]> {
  return address.provider === 'sqlite' ? missingInSqlite(address.file) : missingInPostgres(address.url)
}

/** Opens a migrated database. */
export function openDatabase(address: DatabaseAddress): Db {
  return address.provider === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url)
}

/** The database as logs and messages may name it: no password. */
export function nameOfDatabase(address: DatabaseAddress): string {
  return address.provider === 'sqlite' ? address.file : withoutSecrets(address.url)
}
