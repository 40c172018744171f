import { Prisma } from '../../generated/sqlite/client.ts'

/** A piece of SQL with its parameters apart. Each database gets its own placeholders, so one text serves both. */
export type Sql = Prisma.Sql

/** Makes SQL of a template: what stands in it becomes parameters, or a part where it is SQL itself. */
export const { sql, join: joinSql, empty: noSql } = Prisma
