import { afterEach, expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import { databaseClock } from './database-clock.ts'

let database: TestDatabase
afterEach(() => database.close())

test('a server whose own clock is years off goes by the clock of its database', async () => {
  database = await openTestDatabase('postgresql')
  const clock = await databaseClock(database.db, new TestClock('2001-01-01T00:00:00Z'))
  const before = clock.now().getTime()
  const [row] = await database.db.read.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
  expect(Math.abs((row?.now.getTime() ?? 0) - before)).toBeLessThan(1000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(49)
})
