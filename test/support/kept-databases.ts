import pg from 'pg'
import * as z from 'zod'
import { createDatabase, type PostgresForTests } from './postgres.ts'

/**
 * Migrated databases that one test after another uses: to make one and to drop it are thousands of files for the disk, to empty
 * it is not.
 */
export interface KeptDatabases {
  /** The URL of one that is as it was migrated, and nobody else's. */
  take(): Promise<string>
  /** Ends the sessions that were left open, and keeps the database for the next one. */
  giveBack(url: string): Promise<void>
  /** Drops all that are kept. */
  drop(): Promise<void>
}

export function keepDatabases(postgres: PostgresForTests): KeptDatabases {
  const made = new Map<string, { shape: string; drop(): Promise<void> }>()
  const kept: string[] = []

  const make = async () => {
    const { url, drop } = await createDatabase(postgres)
    made.set(url, { shape: await connected(url, shapeOf), drop })
    return url
  }
  const giveBack = async (url: string) => {
    const database = made.get(url)
    if (database === undefined) throw new Error('This database was not taken here')
    const asMigrated = await connected(url, async (client) => {
      await client.query(endOtherSessions)
      if ((await shapeOf(client)) !== database.shape) return false
      await empty(client)
      return true
    })
    // A test may change the schema itself: that database is nobody else's.
    if (asMigrated) return void kept.push(url)
    made.delete(url)
    await database.drop()
  }
  return {
    take: async () => kept.pop() ?? (await make()),
    giveBack,
    drop: async () => {
      for (const { drop } of made.values()) await drop()
    },
  }
}

const endOtherSessions = `
  SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`

/** Whatever makes, alters or drops something changes a row of these, and who wrote a row last is its xmin. */
const catalogs = [
  ...['pg_class', 'pg_type', 'pg_proc', 'pg_constraint', 'pg_trigger', 'pg_attrdef', 'pg_namespace'].map((name) => [name, 'oid']),
  ['pg_attribute', 'attrelid'],
  ['pg_index', 'indexrelid'],
]
const firstOfUsers = 16384
const selectShape = `
  SELECT md5(string_agg(line, ' ' ORDER BY line)) AS "shape" FROM (
    ${catalogs.map(([name, id]) => `SELECT concat('${name} ', ${id}, ' ', xmin) FROM ${name} WHERE ${id} >= ${firstOfUsers}`).join(' UNION ALL ')}
    UNION ALL SELECT concat('migration ', xmin) FROM public._prisma_migrations
    UNION ALL SELECT concat('setting ', setconfig) FROM pg_db_role_setting JOIN pg_database ON oid = setdatabase
      WHERE datname = current_database()
  ) AS lines (line)`
const shapes = z.tuple([z.object({ shape: z.string() })])

async function shapeOf(client: pg.Client): Promise<string> {
  return shapes.parse((await client.query(selectShape)).rows)[0].shape
}

const tableRows = z.array(z.object({ name: z.string() }))

/** Deletes all rows but the list of migrations; no trigger refuses that, and no foreign key asks for an order. */
async function empty(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`
    SELECT format('public.%I', tablename) AS "name" FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`)
  const deletions = tableRows.parse(rows).map(({ name }) => `DELETE FROM ${name}`)
  await client.query(['SET session_replication_role = replica', ...deletions].join('; '))
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
