import { Prisma } from '../../generated/sqlite/client.ts'

/** A piece of SQL with its parameters apart. Each database gets its own placeholders, so one text serves both. */
export type Sql = Prisma.Sql

/** Makes SQL of a template: what stands in it becomes parameters, or a part where it is SQL itself. */
export const { sql, join: joinSql, empty: noSql } = Prisma

/** A moment (ms) as text that both databases read, that sorts as time, and that Prisma writes to SQLite. */
export function databaseTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}
