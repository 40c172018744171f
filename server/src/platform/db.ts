import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from '../../generated/postgresql/client.ts'
import { type Prisma, PrismaClient } from '../../generated/sqlite/client.ts'
import { KeptStatements } from './kept-statements.ts'
import { postgresSettings } from './postgres.ts'
import { GatedSqlite } from './sqlite-gate.ts'

/** What a function that writes takes first: it never opens a transaction of its own. */
export type Tx = Prisma.TransactionClient

/** The two databases that Toile runs on. */
export type DbProvider = 'sqlite' | 'postgresql'

/** The database as features see it. */
export interface Db {
  /** For the few statements that cannot be written once for both. */
  provider: DbProvider
  /** Everything that writes, and reads that must see what was just written. On SQLite it passes the gate. */
  write: PrismaClient
  /** Reads that need not wait for writers: on SQLite a second, read-only connection, on PostgreSQL the same pool. */
  read: PrismaClient
  close(): Promise<void>
}

const transactionOptions = { maxWait: 20_000, timeout: 20_000 }

/** Opens a migrated SQLite file. */
export function openSqlite(file: string): Db {
  const write = new PrismaClient({ adapter: new GatedSqlite(file), transactionOptions })
  const read = new PrismaClient({
    adapter: new KeptStatements(file, { readonly: true, fileMustExist: true }),
  })
  return {
    provider: 'sqlite',
    write,
    read,
    close: async () => {
      await Promise.all([write.$disconnect(), read.$disconnect()])
    },
  }
}

/** Opens a migrated PostgreSQL database. Connections are made when they are needed. */
export function openPostgres(url: string): Db {
  const postgres = new PostgresClient({ adapter: new PrismaPg(postgresSettings(url)), transactionOptions })
  // Both clients come from the same models. PostgreSQL's can do more, and no code may count on that: SQLite's type, the
  // narrower one, stands for both.
  const client = postgres as unknown as PrismaClient
  return { provider: 'postgresql', write: client, read: client, close: () => client.$disconnect() }
}
