import type { AlertDetails } from 'shared'
import * as z from 'zod'
import type { Db, Tx } from '../platform/db.ts'
import { joinSql, type Sql, sql } from '../platform/sql.ts'

export interface NewAlert {
  id: string
  accountId: string
  subject: string
  level: number
  details: AlertDetails
  raisedAt: Date
  /** It was over again before it was written. */
  resolvedAt: Date | null
}

export interface Resolution {
  accountId: string
  kind: AlertDetails['kind']
  subject: string
  /** Null is any. */
  level: number | null
  at: Date
}

/** Most rows in one statement. */
const maxRows = 100

/** Writes alerts. One that is open already, or that was raised before under the same id, stays as it is. */
export async function raise(tx: Tx, alerts: readonly NewAlert[]): Promise<void> {
  for (let i = 0; i < alerts.length; i += maxRows) {
    const rows = alerts.slice(i, i + maxRows).map(({ id, accountId, subject, level, details, raisedAt, resolvedAt }) => {
      return sql`(${id}, ${accountId}, ${details.kind}, ${subject}, ${level}, ${JSON.stringify(details)}, ${raisedAt}, ${resolvedAt})`
    })
    await tx.$executeRaw(sql`
      INSERT INTO "Alert" ("id", "accountId", "kind", "subject", "level", "details", "raisedAt", "resolvedAt")
      VALUES ${joinSql(rows)} ON CONFLICT DO NOTHING`)
  }
}

/** Those that were never raised: an id is made of what it says, so that raised again it would be the same. */
export async function neverRaised(db: Db, alerts: readonly NewAlert[]): Promise<NewAlert[]> {
  if (alerts.length === 0) return []
  const known = await db.read.alert.findMany({ where: { id: { in: alerts.map(({ id }) => id) } }, select: { id: true } })
  const knownIds = new Set(known.map(({ id }) => id))
  return alerts.filter(({ id }) => !knownIds.has(id))
}

/** Ends what is open of these. */
export async function resolve(tx: Tx, resolutions: readonly Resolution[]): Promise<void> {
  for (const [at, ending] of Map.groupBy(resolutions, (one) => one.at.getTime())) {
    for (let i = 0; i < ending.length; i += maxRows) {
      const some = ending.slice(i, i + maxRows).map(({ accountId, kind, subject, level }) => {
        return { accountId, kind, subject, ...(level === null ? {} : { level }) }
      })
      await tx.alert.updateMany({ where: { resolvedAt: null, OR: some }, data: { resolvedAt: new Date(at) } })
    }
  }
}

const accounts = z.array(z.object({ accountId: z.string() }))

/** Ends what is open of a kind, where `over` is true of it. Answers whose it was. */
export async function resolveWhere(db: Db, kind: AlertDetails['kind'], over: Sql, now: Date): Promise<string[]> {
  const rows = await db.write.$queryRaw(sql`
    UPDATE "Alert" SET "resolvedAt" = ${now}
    WHERE "kind" = ${kind} AND "resolvedAt" IS NULL AND ${over}
    RETURNING "accountId"`)
  return accounts.parse(rows).map(({ accountId }) => accountId)
}
