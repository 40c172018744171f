import pg from 'pg'
import { openPostgres } from 'server/platform/db'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type KeptDatabases, keepDatabases } from '../support/kept-databases.ts'
import { postgresForTests } from '../support/postgres-on-demand.ts'

let databases: KeptDatabases
beforeEach(async () => {
  databases = keepDatabases(await postgresForTests())
})
afterEach(() => databases.drop())

test('a database that was given back is the next one’s, without rows and without sessions', async () => {
  const url = await databases.take()
  const left = new pg.Client(url)
  left.on('error', () => {})
  await left.connect()
  // Nothing may be deleted of this table.
  await left.query(
    `INSERT INTO "CommandKey" ("accountId", "key", "payloadHash", "answer", "at") VALUES ('ana', 'trial', '', '', now())`,
  )
  await left.query('BEGIN; LOCK TABLE "Draft"')
  await databases.giveBack(url)
  await expect(left.query('SELECT 1')).rejects.toThrow()

  expect(await databases.take()).toBe(url)
  const { write, close } = openPostgres(url)
  expect([await write.draft.count(), await write.commandKey.count()]).toEqual([0, 0])
  await close()
})

test.each([
  'ALTER TABLE "Draft" RENAME COLUMN "credits" TO "elsewhere"',
  'ALTER TABLE "Entry" DISABLE TRIGGER "Entry_no_delete"',
  "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'DELETE FROM "_prisma_migrations"',
  `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = ''America/Sao_Paulo''', current_database()); END $$`,
])('a database in which a test did %s is nobody else’s', async (sql) => {
  const url = await databases.take()
  const { write, close } = openPostgres(url)
  await write.$executeRawUnsafe(sql)
  await close()
  await databases.giveBack(url)
  await expect(new pg.Client(url).connect()).rejects.toThrow('does not exist')
})
