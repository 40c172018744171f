import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestPostgres } from '../../../test/support/test-database.ts'
import { type Db, openPostgres } from './db.ts'
import { withoutSecrets } from './postgres.ts'

let database: TestPostgres
let opened: Db[]
beforeEach(async () => {
  database = await openTestDatabase('postgresql')
  opened = []
})
afterEach(async () => {
  await Promise.all(opened.map((db) => db.close()))
  await database.close()
})

function open(url = database.url): Db {
  const db = openPostgres(url)
  opened.push(db)
  return db
}

const setting = async (db: Db, name: string) => {
  const [row] = await db.write.$queryRaw<{ value: string }[]>`SELECT current_setting(${name}) AS "value"`
  return row?.value
}
const draft = (intentId: string) => ({ accountId: 'account-1', intentId, request: '{}', credits: 1, createdAt: new Date(0) })

test('sessions are in UTC and in the schema public, whatever the database is set to', async () => {
  const name = new URL(database.url).pathname.slice(1)
  await database.db.write.$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone = 'America/Sao_Paulo'`)
  await database.db.write.$executeRawUnsafe(`ALTER DATABASE "${name}" SET search_path = elsewhere`)
  const db = open()
  expect([await setting(db, 'TimeZone'), await setting(db, 'search_path')]).toEqual(['UTC', 'public'])
})

test('no statement, wait or forgotten transaction lasts for ever; the URL may say how long', async () => {
  const limits = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
  const db = open()
  expect(await Promise.all(limits.map((name) => setting(db, name)))).toEqual(['15s', '10s', '30s'])
  expect(await setting(open(`${database.url}?statement_timeout=50`), 'statement_timeout')).toBe('50ms')
  await expect(open(`${database.url}?statement_timeout=50`).write.$queryRaw`SELECT pg_sleep(5)::text`).rejects.toThrow(/timeout/)
})

test('a plain write that was acknowledged while another transaction was open is there after its rollback', async () => {
  const { write } = database.db
  const rolledBack = write.$transaction(async (tx) => {
    await tx.draft.create({ data: draft('in-transaction') })
    await write.draft.create({ data: draft('plain') })
    throw new Error('rolled back on purpose')
  })
  await expect(rolledBack).rejects.toThrow('on purpose')
  expect((await write.draft.findMany()).map((row) => row.intentId)).toEqual(['plain'])
})

test('more transactions at once than there are connections all get their turn', async () => {
  const { write } = database.db
  const all = Array.from({ length: 60 }, (_, i) =>
    write.$transaction(async (tx) => {
      await tx.draft.create({ data: draft(`intent-${i}`) })
      await tx.draft.count()
    }),
  )
  await Promise.all(all)
  expect(await write.draft.count()).toBe(60)
})

test('connections that break, idle or in the middle of a transaction, are made anew', async () => {
  const db = open()
  const breakAll = () => database.db.write.$queryRaw`
    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`
  await db.write.draft.create({ data: draft('before') })
  await breakAll()
  // The pool hears of it a moment later.
  await expect.poll(() => db.write.draft.count().catch(() => -1)).toBe(1)
  const broken = db.write.$transaction(async (tx) => {
    await tx.draft.create({ data: draft('lost') })
    await breakAll()
    await tx.draft.count()
  })
  await expect(broken).rejects.toThrow()
  await expect.poll(() => db.write.draft.count().catch(() => -1)).toBe(1)
})

test('what logs and messages call a database holds no password and no parameter', () => {
  expect(withoutSecrets('postgresql://toile:secret@db.example:6432/toile?sslmode=verify-full&password=secret')).toBe(
    'postgresql://toile@db.example:6432/toile',
  )
  expect(withoutSecrets('postgresql:///toile?host=/run/postgresql')).toBe('postgresql:///toile')
})
