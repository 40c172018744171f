import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import Database from 'better-sqlite3'

/** Most statements kept of one connection; the one used longest ago goes first. */
const maxKept = 300

/**
 * Prisma's SQLite adapter prepares every statement anew, which for a wide table costs more than running it. This one keeps
 * what it prepared. The adapter binds a statement for good, so what it gets is the kept one with its arguments beside it.
 */
export class KeptStatements implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite'
  readonly adapterName: string
  private readonly inner: PrismaBetterSqlite3

  /** @param file path of the database file */
  constructor(file: string, options: Database.Options = {}) {
    this.inner = new PrismaBetterSqlite3({ url: `file:${file}`, ...options })
    this.adapterName = this.inner.adapterName
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.inner.connect()
    const connection: unknown = Reflect.get(adapter, 'client')
    if (!(connection instanceof Database)) throw new Error("Prisma's adapter hides its connection: statements cannot be kept")
    keepStatements(connection)
    return adapter
  }
}

function keepStatements(connection: Database.Database): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, Database.Statement>()
  const keep = (sql: string) => {
    const statement = kept.get(sql) ?? prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement)
    const [oldest] = kept.keys()
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest)
    return { bind: (args: unknown[]) => boundTo(statement, args) }
  }
  Object.defineProperty(connection, 'prepare', { value: keep })
}

/** As much of a bound statement as the adapter uses. */
function boundTo(statement: Database.Statement, args: unknown[]) {
  const rows = () => statement.raw().all(args)
  let read: unknown[] | undefined
  return {
    reader: statement.reader,
    run: () => statement.run(args),
    columns: () => {
      // Only when it runs does a kept statement learn that its tables have other columns now.
      read = rows()
      return statement.columns()
    },
    raw: () => ({ all: () => read ?? rows() }),
  }
}
