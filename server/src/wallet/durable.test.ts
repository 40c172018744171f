import { expect, test } from 'vitest'
import * as z from 'zod'
import { openTestDatabase } from '../../../test/support/test-database.ts'

test('on SQLite the connection that writes waits for the disk at every COMMIT, and holds foreign keys and triggers', async () => {
  const database = await openTestDatabase('sqlite')
  const settings: Record<string, unknown> = {}
  for (const name of ['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers']) {
    const answer = z.array(z.record(z.string(), z.unknown())).parse(await database.db.write.$queryRawUnsafe(`PRAGMA ${name}`))
    settings[name] = String(answer[0]?.[name])
  }
  await database.close()
  // 2 is FULL: not only the file system's word, but the disk's.
  expect(settings).toEqual({ journal_mode: 'wal', synchronous: '2', foreign_keys: '1', recursive_triggers: '1' })
})

test('on PostgreSQL the connection that writes is answered a COMMIT only when the server’s disk has it', async () => {
  const database = await openTestDatabase('postgresql')
  const answer = await database.db.write.$queryRaw`SELECT current_setting('synchronous_commit') AS "value"`
  await database.close()
  expect(answer).toEqual([{ value: 'on' }])
})
