import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'
import { KeptStatements } from './kept-statements.ts'

/** How every connection that writes is set. */
export const pragmas = [
  'journal_mode = WAL',
  // Every COMMIT is on the disk before it is answered.
  'synchronous = FULL',
  'foreign_keys = ON',
  // REPLACE meets the delete triggers of the append-only tables.
  'recursive_triggers = ON',
  'busy_timeout = 5000',
  // In pages, 32 MB: the same pages change in commit after commit, and are copied into the database once.
  'wal_autocheckpoint = 8000',
]

/**
 * Prisma's SQLite adapter is one connection without a queue: a plain write issued while somebody's interactive transaction
 * is open runs INSIDE that transaction and is lost when it rolls back. The gate lets one thing through at a time, a plain
 * operation or a whole transaction. It also begins with BEGIN IMMEDIATE (a deferred transaction that reads and then writes
 * fails where another process wrote meanwhile) and leaves no transaction open after a COMMIT that failed.
 */
export class GatedSqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName: string
  private readonly inner: KeptStatements

  /** @param file path of the database file */
  constructor(file: string) {
    this.inner = new KeptStatements(file)
    this.adapterName = this.inner.adapterName
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.inner.connect()
    await adapter.executeScript(pragmas.map((pragma) => `PRAGMA ${pragma};`).join(' '))
    return gated(adapter)
  }
}

function gated(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const enter = turnstile()
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => alone(() => adapter.queryRaw(query)),
    executeRaw: (query) => alone(() => adapter.executeRaw(query)),
    executeScript: (script) => alone(() => adapter.executeScript(script)),
    dispose: () => alone(() => adapter.dispose()),
    startTransaction: async () => {
      const leave = await enter()
      try {
        await adapter.executeRaw(statement('BEGIN IMMEDIATE'))
      } catch (error) {
        leave()
        throw error
      }
      return transaction(adapter, leave)
    },
  }
}

/** `usePhantomQuery` leaves COMMIT and ROLLBACK to us instead of having Prisma send them as queries. */
function transaction(adapter: SqlDriverAdapter, leave: () => void): Transaction {
  const rollBackIfOpen = async () => {
    try {
      await adapter.executeRaw(statement('ROLLBACK'))
    } catch {
      // SQLite has rolled back by itself: there is no transaction left to end, which is all we want to be sure of.
    }
  }
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    options: { usePhantomQuery: true },
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
    commit: async () => {
      try {
        await adapter.executeRaw(statement('COMMIT'))
      } catch (error) {
        await rollBackIfOpen()
        throw error
      } finally {
        leave()
      }
    },
    rollback: async () => {
      await rollBackIfOpen()
      leave()
    },
  }
}

/** A first-come, first-served queue of one: `await enter()` gives the function that lets the next one in. */
function turnstile(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let leave = () => {}
    last = new Promise((resolve) => {
      leave = resolve
    })
    await before
    return leave
  }
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] }
}
