import Database from 'better-sqlite3'
import type { Db } from 'server/platform/db'
import * as z from 'zod'
import type { TestDatabase } from './test-database.ts'

/** Each table's rows, as text. */
export type AllRows = ReadonlyMap<string, readonly string[]>

const names = z.array(z.object({ name: z.string() }))
const texts = z.array(z.object({ rows: z.string() }))
const cells = z.array(z.array(z.unknown()))

/** All rows of all tables. */
export async function rowsOf(database: TestDatabase): Promise<AllRows> {
  return 'file' in database ? rowsOfFile(z.string().parse(database.file)) : rowsOnPostgres(database.db)
}

/** Rows that are not in both, each with its table and its side. */
export function differing(before: AllRows, after: AllRows): string[] {
  return [...after].flatMap(([table, rows]) => {
    const [old, now] = [new Set(before.get(table)), new Set(rows)]
    const gone = [...old].filter((row) => !now.has(row)).map((row) => `− ${table} ${row}`)
    return [...gone, ...rows.filter((row) => !old.has(row)).map((row) => `+ ${table} ${row}`)]
  })
}

function rowsOfFile(file: string): AllRows {
  const db = new Database(file, { readonly: true })
  try {
    const tables = names.parse(db.prepare(`SELECT "name" FROM sqlite_master WHERE "type" = 'table'`).all())
    const read = (table: string) => cells.parse(db.prepare(`SELECT * FROM "${table}"`).raw().all())
    return new Map(tables.map(({ name }) => [name, read(name).map((row) => JSON.stringify(row))]))
  } finally {
    db.close()
  }
}

async function rowsOnPostgres({ read }: Db): Promise<AllRows> {
  const found = new Map<string, string[]>()
  const tables = await read.$queryRaw`
    SELECT table_name AS "name" FROM information_schema.tables WHERE table_schema = current_schema()`
  for (const { name } of names.parse(tables)) {
    const rows = await read.$queryRawUnsafe(`SELECT COALESCE(string_agg(t::text, chr(10)), '') AS "rows" FROM "${name}" t`)
    found.set(name, texts.parse(rows)[0]?.rows.split('\n') ?? [])
  }
  return found
}
