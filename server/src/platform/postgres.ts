import type { ClientBase, PoolConfig } from 'pg'

/** PostgreSQL cannot be used as it is. The message says why and what to do, and holds no password. */
export class PostgresError extends Error {}

/**
 * Connections that one server opens at most. PostgreSQL allows 100 by default: nine servers and the operator. The wallet's writer
 * needs one at a time and each image under way one now and then; whoever finds all taken waits.
 */
const poolSize = 10

/**
 * How Toile connects. Any statement ends within 15 seconds, before the 20 that a transaction may take; a wait for a lock within
 * 10, so that a stuck one is an error and not a server that stands still; a session whose server vanished in the middle of a
 * transaction lets go of its locks. What the URL says beyond (`sslmode`, `statement_timeout`, …) goes before.
 */
export function postgresSettings(url: string): PoolConfig {
  return {
    connectionString: url,
    max: poolSize,
    application_name: 'toile',
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 15_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    onConnect: prepareSession,
  }
}

/**
 * Columns are timestamps without a zone, in UTC, as Prisma makes them: a session in another zone would write another hour by
 * CURRENT_TIMESTAMP. Prisma names the schema `public`; so does what is written by hand, wherever the role's own path leads.
 */
export async function prepareSession(client: ClientBase): Promise<void> {
  await client.query("SET TIME ZONE 'UTC'; SET search_path TO public")
}

/** The URL without password and parameters: fit for logs and messages. */
export function withoutSecrets(url: string): string {
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}
