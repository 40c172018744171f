import Database from 'better-sqlite3'
import type pg from 'pg'
import * as z from 'zod'

/** A table as PostgreSQL's catalog tells it: columns, constraints and indexes by name, each with its definition. */
interface Table {
  columns: Record<string, string>
  constraints: Record<string, string>
  indexes: Record<string, string>
}
export type Schema = Record<string, Table>

const statements = z.array(z.object({ name: z.string(), type: z.enum(['table', 'index']), sql: z.string() }))

/**
 * Makes the tables of a SQLite file anew in a schema of a PostgreSQL database, from SQLite's own statements. So one catalog
 * describes both databases, and the same CHECK is the same text, however it was written.
 */
export async function copySqliteSchema(file: string, client: pg.Client, schema: string): Promise<void> {
  const sqlite = new Database(file, { readonly: true })
  const made = sqlite.prepare("SELECT name, type, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL")
  const all = statements.parse(made.all()).filter(({ name }) => !name.startsWith('sqlite_') && name !== '_prisma_migrations')
  sqlite.close()
  await client.query(`CREATE SCHEMA "${schema}"; SET search_path TO "${schema}"`)
  for (const { sql } of parentsFirst(all)) {
    await client.query(sql.replaceAll(' DATETIME', ' TIMESTAMP(3)').replace(/\)\s*WITHOUT ROWID$/, ')'))
  }
}

/** Tables before those that point at them, and indexes last. */
function parentsFirst(all: z.infer<typeof statements>): z.infer<typeof statements> {
  const tables = all.filter(({ type }) => type === 'table')
  const sorted: typeof tables = []
  const add = (table: (typeof tables)[number]) => {
    if (sorted.includes(table)) return
    const parents = tables.filter((other) => other !== table && table.sql.includes(`REFERENCES "${other.name}"`))
    parents.forEach(add)
    sorted.push(table)
  }
  tables.forEach(add)
  return [...sorted, ...all.filter(({ type }) => type === 'index')]
}

/** What belongs to which table, by name. A NOT NULL stands with its column. */
const facts = {
  columns: `
    SELECT relname AS "table", attname AS "name", concat_ws(' ', format_type(atttypid, atttypmod),
      CASE WHEN attnotnull THEN 'NOT NULL' END, 'DEFAULT ' || pg_get_expr(adbin, adrelid)) AS "definition"
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relkind = 'r' AND relnamespace = $1::regnamespace AND attnum > 0 AND NOT attisdropped`,
  constraints: `
    SELECT relname AS "table", conname AS "name", pg_get_constraintdef(pg_constraint.oid) AS "definition"
    FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
    WHERE relnamespace = $1::regnamespace AND contype <> 'n'`,
  indexes: `
    SELECT t.relname AS "table", i.relname AS "name", pg_get_indexdef(indexrelid, 0, true) AS "definition"
    FROM pg_index JOIN pg_class i ON i.oid = indexrelid JOIN pg_class t ON t.oid = indrelid
    WHERE t.relnamespace = $1::regnamespace`,
}

const factRows = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }))

/** Describes the tables of a schema; the server's own list of migrations is none of them. */
export async function describeSchema(client: pg.Client, schema: string): Promise<Schema> {
  // Names of the schema's own tables are then written without it.
  await client.query(`SET search_path TO "${schema}"`)
  const tables: Schema = {}
  for (const kind of ['columns', 'constraints', 'indexes'] as const) {
    const { rows } = await client.query(facts[kind], [schema])
    for (const { table, name, definition } of factRows.parse(rows)) {
      if (table === '_prisma_migrations') continue
      tables[table] ??= { columns: {}, constraints: {}, indexes: {} }
      tables[table][kind][name] = definition
    }
  }
  return tables
}
