import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { Prisma } from '../../server/generated/sqlite/client.ts'
import { copySqliteSchema, describeSchema, type Schema } from '../support/schema.ts'
import { openTestDatabase, type TestPostgres, type TestSqlite } from '../support/test-database.ts'

let sqlite: TestSqlite
let postgres: TestPostgres
let client: pg.Client
let copied: Schema
let own: Schema

beforeAll(async () => {
  sqlite = await openTestDatabase('sqlite')
  postgres = await openTestDatabase('postgresql')
  client = new pg.Client(postgres.url)
  await client.connect()
  await copySqliteSchema(sqlite.file, client, 'as_on_sqlite')
  copied = await describeSchema(client, 'as_on_sqlite')
  own = await describeSchema(client, 'public')
})
afterAll(async () => {
  await client.end()
  await Promise.all([sqlite.close(), postgres.close()])
})

const models = z.array(z.string()).parse(Object.values(Prisma.ModelName))

test('both databases have the models’ tables and no others', () => {
  expect([Object.keys(copied).sort(), Object.keys(own).sort()]).toEqual([models.toSorted(), models.toSorted()])
})

test.each(models)('%s has the same columns, keys, checks and indexes on both databases', (model) => {
  expect(own[model]).toEqual(copied[model])
  expect(Object.keys(own[model]?.constraints ?? {})).toContain(`${model}_pkey`)
})

test.each(models)('%s has the columns that the code reads', (model) => {
  const fields = z.record(z.string(), z.string()).parse(Reflect.get(Prisma, `${model}ScalarFieldEnum`))
  expect(Object.keys(own[model]?.columns ?? {}).sort()).toEqual(Object.keys(fields).sort())
})

const refusals = z.array(z.object({ table: z.string(), event: z.string() }))

test('the same tables refuse to be changed on both, and TRUNCATE on PostgreSQL, which alone has it', async () => {
  const file = new Database(sqlite.file, { readonly: true })
  const triggers = z.array(z.string()).parse(file.prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'").pluck().all())
  file.close()
  const onSqlite = triggers.map((sql) => /BEFORE (?<event>\w+) ON "(?<table>\w+)".*append-only/.exec(sql)?.groups)
  const { rows } = await client.query(`
    SELECT event_object_table AS "table", event_manipulation AS "event" FROM information_schema.triggers
    WHERE action_timing = 'BEFORE' AND trigger_schema = 'public'
    UNION SELECT relname, 'TRUNCATE' FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE (tgtype & 32) <> 0`)
  const told = (found: unknown) => refusals.parse(found).map(({ table, event }) => `${event} of ${table}`)
  const changes = told(onSqlite)
  const truncations = [...new Set(refusals.parse(onSqlite).map(({ table }) => `TRUNCATE of ${table}`))]
  expect(changes.length).toBeGreaterThan(0)
  expect(told(rows).sort()).toEqual([...changes, ...truncations].sort())
})
