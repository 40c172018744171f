import { expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import { clocksOf, countedClock } from './database-clock.ts'

test('on PostgreSQL a server whose own clock is years off goes by the clock of its database, and the ledger by the database itself', async () => {
  const { db, close } = await openTestDatabase('postgresql')
  const databaseNow = async () => {
    const [row] = await db.read.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
    return row?.now.getTime() ?? 0
  }
  const before = await databaseNow()
  const { clock, ledgerClock } = await clocksOf(db, new TestClock('2001-01-01T00:00:00Z'))
  const after = await databaseNow()
  expect(ledgerClock).toBeNull()
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before)
  // The answer was rounded to whole ms, the other two were cut.
  expect(clock.now().getTime()).toBeLessThanOrEqual(after + 1)
  await close()
})

test('on SQLite a server goes by its own clock', async () => {
  const { db, close } = await openTestDatabase('sqlite')
  const own = new TestClock()
  expect(await clocksOf(db, own)).toEqual({ clock: own, ledgerClock: own })
  await close()
})

/** The database's clock, ahead of the server's by so much, and how long its answers are under way. */
async function counted() {
  const own = new TestClock()
  const database = { aheadMs: 86_400_000, questionMs: 0, answerMs: 0 }
  const askNow = async () => {
    own.advance({ ms: database.questionMs })
    const now = own.monotonicMs() + database.aheadMs
    own.advance({ ms: database.answerMs })
    return now
  }
  const { clock, ask } = await countedClock(own, askNow)
  /** By how much it is off, in ms. */
  const offMs = () => clock.now().getTime() - own.monotonicMs() - database.aheadMs
  return { own, database, ask, offMs }
}

test('between answers it counts by a clock that goes on while the machine sleeps and that nobody sets', async () => {
  const { own, offMs } = await counted()
  own.advance({ days: 2 })
  expect(offMs()).toBe(0)
  own.jump(3_600_000)
  expect(offMs()).toBe(0)
})

test.each([
  ['on the way there', { questionMs: 9000 }],
  ['on the way back', { answerMs: 9000 }],
])('an answer that was held up %s changes nothing', async (_where, held) => {
  const { database, ask, offMs } = await counted()
  Object.assign(database, held)
  await ask()
  expect(offMs()).toBe(0)
})

test('a first answer that was held up, as by connecting, is put right by the next ones', async () => {
  const own = new TestClock()
  let answers = 0
  const askNow = async () => {
    if (++answers === 1) own.advance({ ms: 4000 })
    return own.monotonicMs()
  }
  const { clock } = await countedClock(own, askNow)
  expect(clock.now().getTime()).toBe(own.monotonicMs())
})

test('a clock of the database that was set is followed, by a slow answer as far as it can be known', async () => {
  const { database, ask, offMs } = await counted()
  Object.assign(database, { aheadMs: 0, questionMs: 500 })
  await ask()
  expect(offMs()).toBe(500)
  database.questionMs = 0
  await ask()
  expect(offMs()).toBe(0)
})

test('while there is no answer it counts on', async () => {
  const own = new TestClock()
  let there = true
  const askNow = async () => {
    if (!there) throw new Error('the database is away')
    return own.monotonicMs()
  }
  const { clock, ask } = await countedClock(own, askNow)
  there = false
  await ask()
  own.advance({ ms: 1000 })
  expect(clock.now().getTime()).toBe(1000)
})
