import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { systemClock } from 'server/platform/clock'
import { randomIds } from 'server/platform/ids'
import { migratePostgres } from 'server/platform/migrate-postgres'
import * as z from 'zod'

/** Where tests find a PostgreSQL, and the migrated database there that theirs are copies of. */
export interface PostgresForTests {
  /** Of a role that may create databases. */
  url: string
  template: string
}

const keeper = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url))
const started = z.object({ url: z.string() })

/**
 * A real PostgreSQL: a cluster of its own from npm, in under two seconds, or the one that TEST_POSTGRES_URL names. The cluster
 * ends with this process at the latest, however it ends.
 * @param durable false: commits do not wait for the disk. For test runs, which no power cut could harm; not for figures.
 */
export async function startPostgres({ durable = true } = {}): Promise<PostgresForTests & { stop(): Promise<void> }> {
  const given = process.env.TEST_POSTGRES_URL
  const cluster = given === undefined ? await startCluster(durable ? [] : ['fsync=off']) : null
  const url = cluster?.url ?? z.url().parse(given)
  const template = `${freshName()}_template`
  await administer(url, `CREATE DATABASE "${template}"`)
  await migratePostgres(databaseUrl(url, template), systemClock, randomIds)
  return { url, template, stop: () => (cluster ? cluster.stop() : dropDatabase(url, template)) }
}

/** A fresh, empty or migrated database. */
export async function createDatabase({ url, template }: { url: string; template?: string }) {
  const name = freshName()
  await administer(url, `CREATE DATABASE "${name}" ${template === undefined ? '' : `TEMPLATE "${template}"`}`)
  return { url: databaseUrl(url, name), drop: () => dropDatabase(url, name) }
}

async function startCluster(settings: string[]) {
  // Under vitest the flags of this process name loaders that are not for the keeper.
  const child = fork(keeper, settings, { execArgv: [] })
  const [word] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`PostgreSQL's keeper ended with ${code} before PostgreSQL was there`)
    }),
  ])
  // A program that forgets to stop it can end all the same: the keeper notices.
  child.unref()
  child.channel?.unref()
  const stop = async () => {
    if (child.exitCode !== null) return
    child.ref()
    child.disconnect()
    await once(child, 'exit')
  }
  return { url: started.parse(word).url, stop }
}

/** FORCE ends connections that a test left open. */
const dropDatabase = (url: string, name: string) => administer(url, `DROP DATABASE "${name}" WITH (FORCE)`)

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

const freshName = () => `toile_test_${randomBytes(6).toString('hex')}`

function databaseUrl(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}
