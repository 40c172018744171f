import * as fc from 'fast-check'
import type { Clock } from 'server/platform/clock'
import type { Db } from 'server/platform/db'
import { ToileError } from 'server/platform/errors'
import { createLog } from 'server/platform/log'
import type { Command } from 'server/wallet/commands'
import { createJournal, type Journal } from 'server/wallet/journal'
import { verifyLedger } from 'server/wallet/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { booksIn, booksOf } from './books-of.ts'
import { tell } from './told-history.ts'
import { commandSequence, type Step } from './wallet-commands.ts'

/** So many histories of 50 commands, each through three journals. */
const runs = Number(process.env.FC_JOURNAL_RUNS ?? 100)
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31)
const timeout = 3_600_000

let sqlite: TestDatabase
let postgresql: TestDatabase
beforeAll(async () => {
  sqlite = await openTestDatabase('sqlite')
  postgresql = await openTestDatabase('postgresql')
})
afterAll(async () => {
  await Promise.all([sqlite.close(), postgresql.close()])
})

console.info(`FC_JOURNAL_RUNS=${runs} FC_SEED=${seed}`)

test('however commands are batched, and on whichever database, they get the same answers and end in the same books', {
  timeout,
}, async () => {
  let serial = 0
  const histories = fc.tuple(commandSequence({}), fc.integer({ min: 1, max: 12 }))
  const property = fc.asyncProperty(histories, async ([steps, together]) => {
    serial += 1
    await lives(sqlite.db, steps, { name: `alone-${serial}`, together, batched: false })
    await lives(sqlite.db, steps, { name: `batched-${serial}`, together, batched: true })
    await lives(postgresql.db, steps, { name: `batched-${serial}`, together, batched: true })
  })
  await fc.assert(property, { numRuns: runs, seed })
  for (const { db } of [sqlite, postgresql]) expect(await verifyLedger(db)).toEqual([])
})

/** Lives a history through a journal: answers and books must be those that `decide` alone comes to. */
async function lives(
  db: Db,
  steps: readonly Step[],
  { name, together, batched }: { name: string; together: number; batched: boolean },
) {
  const told = tell(steps, name, together)
  let now = 0
  const clock: Clock = { now: () => new Date(now), monotonicMs: () => now }
  const journal = createJournal({ db, clock, log: createLog('silent'), onCommitted: () => {} })
  const answers: unknown[] = []
  for (const moment of told.moments) {
    now = moment.now
    const expected = told.answers.slice(answers.length, answers.length + moment.commands.length)
    if (batched) answers.push(...(await askAtOnce(journal, moment.commands, expected)))
    else for (const command of moment.commands) answers.push(await ask(journal, command))
  }
  expect(answers).toEqual(told.answers)
  expect(await booksIn(db, told.wallets)).toEqual(booksOf(told))
}

/** All at once, and some of them again with the same key: that must change nothing, and be answered as the first time. */
async function askAtOnce(journal: Journal, commands: Command[], expected: unknown[]): Promise<unknown[]> {
  const first = commands.map((command) => ask(journal, command))
  // What is refused leaves no key, so asked again it may well be let through.
  const repeated = expected.flatMap((answer, i) => (i % 3 === 0 && typeof answer !== 'string' ? [i] : []))
  const again = repeated.flatMap((i) => commands[i] ?? []).map((command) => ask(journal, command))
  const answers = await Promise.all(first)
  expect(await Promise.all(again)).toEqual(repeated.map((i) => answers[i]))
  return answers
}

async function ask(journal: Journal, command: Command): Promise<unknown> {
  try {
    return await journal.submit(command)
  } catch (error) {
    if (error instanceof ToileError) return error.code
    throw error
  }
}
