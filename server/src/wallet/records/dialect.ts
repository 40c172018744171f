import type { DbProvider } from '../../platform/db.ts'
import { databaseTime } from '../../platform/sql.ts'
import type { Columns, ColumnType } from './columns.ts'

/**
 * One statement writes any number of rows: they come as one JSON array of arrays, which the database reads as a table.
 * These few lines are all in which SQLite's and PostgreSQL's SQL differ. Names come from columns.ts, never from outside.
 */
export interface Dialect {
  insert(table: string, columns: Columns): string
  /** Leaves out rows whose key is taken. */
  insertNew(table: string, columns: Columns): string
  /** Changes the rows that the columns named by `by` find. */
  update(table: string, by: string[], columns: Columns): string
  /** Makes one statement of selects that ask `among` and `pairs` of its one parameter, a JSON object of lists. */
  asking(selects: string[]): string
  /** All rows of a select as one JSON array of arrays: one cell costs the driver less than a thousand. */
  rows(columns: Columns): string
  /** True for values that the list `name` has. */
  among(name: string): string
  /** True for values that another select answers. PostgreSQL finds them by index only as an array. */
  amongRows(select: string): string
  /** The pairs of such a list, as a table of columns `a` and `b`. */
  pairs(name: string): string
}

const quoted = (name: string) => `"${name}"`
const names = (columns: Columns) => Object.keys(columns).map(quoted).join(', ')

const sqlite: Dialect = build({
  table: (columns) => `(SELECT ${picked(columns, (i) => `"value"->>${i}`)} FROM jsonb_each(?))`,
  rows: (columns) => `json_group_array(json_array(${names(columns)}))`,
  asking: (selects) => `WITH asked AS (SELECT ? AS lists) ${selects.join(' UNION ALL ')}`,
  among: (name) => `IN (SELECT "value" FROM asked, json_each(lists, '$.${name}'))`,
  amongRows: (select) => `IN (${select})`,
  pairs: (name) => `(SELECT "value"->>0 AS "a", "value"->>1 AS "b" FROM asked, json_each(lists, '$.${name}'))`,
})

const postgresql: Dialect = build({
  table: (columns) => `(SELECT ${picked(columns, typed)} FROM jsonb_array_elements($1::jsonb))`,
  asking: (selects) => selects.join(' UNION ALL '),
  rows: (columns) => `COALESCE(json_agg(json_build_array(${Object.entries(columns).map(toMs).join(', ')})), '[]')::text`,
  among: (name) => `= ANY (ARRAY(SELECT jsonb_array_elements_text($1::jsonb->'${name}')))`,
  amongRows: (select) => `= ANY (ARRAY(${select}))`,
  pairs: (name) => `(SELECT "value"->>0 AS "a", "value"->>1 AS "b" FROM jsonb_array_elements($1::jsonb->'${name}'))`,
})

export function dialectOf(provider: DbProvider): Dialect {
  return provider === 'sqlite' ? sqlite : postgresql
}

function build(own: Omit<Dialect, 'insert' | 'insertNew' | 'update'> & { table: (columns: Columns) => string }): Dialect {
  const into = (table: string, columns: Columns) =>
    `INSERT INTO ${quoted(table)} (${names(columns)}) SELECT * FROM ${own.table(columns)} r`
  const intoNew = (table: string, columns: Columns) => `${into(table, columns)} WHERE true ON CONFLICT DO NOTHING`
  const change = (table: string, columns: Columns, by: string[]) => {
    const changed = Object.keys(columns).filter((name) => !by.includes(name))
    const set = changed.map((name) => `${quoted(name)} = r.${quoted(name)}`)
    const where = by.map((name) => `${quoted(table)}.${quoted(name)} = r.${quoted(name)}`)
    return `UPDATE ${quoted(table)} SET ${set.join(', ')} FROM ${own.table(columns)} r WHERE ${where.join(' AND ')}`
  }
  const [insert, insertNew, update] = [kept(into), kept(intoNew), kept(change)]
  return { ...own, insert, insertNew, update: (table, by, columns) => update(table, columns, by) }
}

/** Columns are constants, and one list of them belongs to one table: its statement is told once. */
function kept(tell: (table: string, columns: Columns, by: string[]) => string) {
  const told = new WeakMap<Columns, string>()
  return (table: string, columns: Columns, by: string[] = []): string => {
    const text = told.get(columns) ?? tell(table, columns, by)
    told.set(columns, text)
    return text
  }
}

function picked(columns: Columns, value: (index: number, type: ColumnType) => string): string {
  return Object.entries(columns)
    .map(([name, type], index) => `${value(index, type)} AS ${quoted(name)}`)
    .join(', ')
}

const postgresTypes: Record<ColumnType, string> = { text: 'text', int: 'integer', time: 'timestamp(3)' }

function typed(index: number, type: ColumnType): string {
  return `("value"->>${index})::${postgresTypes[type]}`
}

function toMs([name, type]: [string, ColumnType]): string {
  return type === 'time' ? `(extract(epoch FROM ${quoted(name)}) * 1000)::bigint` : quoted(name)
}

/** Records as the JSON rows that `insert` and `update` read: times as text that sorts as time, as Prisma writes it. */
export function toJson(columns: Columns, records: readonly object[]): string {
  const cells = Object.entries(columns)
  const text = timeText()
  const rows = records.map((record) =>
    cells.map(([name, type]) => {
      const value: unknown = Reflect.get(record, name)
      return type === 'time' && typeof value === 'number' ? text(value) : value
    }),
  )
  return JSON.stringify(rows)
}

/** Most times of a batch are the same moment, so the last answer is kept. */
function timeText(): (ms: number) => string {
  let [last, told] = [Number.NaN, '']
  return (ms) => {
    if (ms !== last) [last, told] = [ms, databaseTime(ms)]
    return told
  }
}
