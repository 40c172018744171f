import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { systemClock } from 'server/platform/clock'
import type { Db, DbProvider } from 'server/platform/db'
import { createLog } from 'server/platform/log'
import { createJournal, type Journal } from 'server/wallet/journal'
import { verifyLedger } from 'server/wallet/verify'
import { expect, test } from 'vitest'
import { randomNumbers } from '../support/random.ts'
import { databases, openTestDatabase, type TestPostgres, type TestSqlite } from '../support/test-database.ts'
import { beginning, commandOf } from './spending.ts'

const program = fileURLToPath(new URL('./spender.ts', import.meta.url))
/** KILLS asks for more, KILL_SEED for the moments of a run that failed. */
const kills = Number(process.env.KILLS ?? 20)
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)

/** What a spender said before it died: the keys it sent, and those of them that were answered. */
interface Testament {
  asked: string[]
  answered: string[]
}

const start = () => fork(program, { execArgv: [], stdio: ['ignore', 'pipe', 2, 'ipc'] })

/** When a spender dies: so many ms after so many answers, in the middle of whatever it does. */
interface Moment {
  answers: number
  ms: number
}

async function spendAndDie(child: ChildProcess, order: { round: number; database: object }, moment: Moment): Promise<Testament> {
  const testament: Testament = { asked: [], answered: [] }
  const { stdout } = child
  if (stdout === null) throw new Error('The spender has no voice')
  child.send(order)
  for await (const line of createInterface(stdout)) {
    const [mark, key = ''] = line.split(' ')
    if (mark === '?') testament.asked.push(key)
    else if (testament.answered.push(key) === moment.answers) setTimeout(() => child.kill('SIGKILL'), moment.ms)
  }
  if (child.signalCode === null) await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  return testament
}

/** The keys of a round that the ledger knows, with the credits that its entries move for each. */
async function recorded(db: Db, round: number): Promise<Map<string, number>> {
  const where = { startsWith: `${round}-` }
  const keys = await db.write.commandKey.findMany({ where: { key: where }, select: { key: true } })
  const moved = await db.write.entry.groupBy({ by: ['commandKey'], where: { commandKey: where }, _sum: { amount: true } })
  const sums = new Map(moved.map((row) => [row.commandKey, row._sum.amount ?? 0]))
  return new Map(keys.map(({ key }) => [key, sums.get(key) ?? 0]))
}

/** What the ledger must say: each command once, with all of its credits. */
const due = (keys: Iterable<string>) => new Map([...keys].sort().map((key) => [key, commandOf(key).credits]))
const sorted = (found: Map<string, number>) => new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Everything that was answered is there, nothing is there that was not asked for, nothing is there twice or in part. */
async function assertKept(db: Db, round: number, { asked, answered }: Testament): Promise<void> {
  const found = await recorded(db, round)
  expect(
    answered.filter((key) => !found.has(key)),
    'answered, and lost',
  ).toEqual([])
  expect(
    [...found.keys()].filter((key) => !asked.includes(key)),
    'recorded, and never asked for',
  ).toEqual([])
  expect(sorted(found)).toEqual(due(found.keys()))
  expect(await verifyLedger(db)).toEqual([])
}

/** Who got no answer asks again: each command has one effect, whether its first sending arrived or not. */
async function assertHealed(db: Db, journal: Journal, round: number, { asked, answered }: Testament): Promise<void> {
  const unanswered = asked.filter((key) => !answered.includes(key))
  const again = () => Promise.all(unanswered.map((key) => journal.submit(commandOf(key))))
  const first = await again()
  expect(await again()).toEqual(first)
  expect(sorted(await recorded(db, round))).toEqual(due(asked))
  expect(await verifyLedger(db)).toEqual([])
}

const addressOf = (on: TestSqlite | TestPostgres) =>
  'file' in on ? { provider: on.provider, file: on.file } : { provider: on.provider, url: on.url }
const roundsOn: Record<DbProvider, number> = { sqlite: kills, postgresql: Math.ceil(kills / 4) }

test.each(databases)(
  'on %s: a server killed again and again under load has kept every answer it gave, and nothing twice',
  async (provider) => {
    const database = provider === 'sqlite' ? await openTestDatabase('sqlite') : await openTestDatabase('postgresql')
    const clock = provider === 'sqlite' ? systemClock : null
    const journal = createJournal({ db: database.db, clock, log: createLog('error'), onCommitted: () => {} })
    for (const command of beginning) await journal.submit(command)
    const random = randomNumbers(seed)
    const rounds = roundsOn[provider]
    const began = performance.now()
    let answers = 0
    let unanswered = 0

    let next = start()
    for (let round = 1; round <= rounds; round++) {
      const child = next
      if (round < rounds) next = start()
      const moment = { answers: 1 + Math.floor(random() * 200), ms: random() * 20 }
      const testament = await spendAndDie(child, { round, database: addressOf(database) }, moment)
      if (database.provider === 'sqlite' && 'file' in database) assertIntact(database.file)
      await assertKept(database.db, round, testament)
      await assertHealed(database.db, journal, round, testament)
      answers += testament.answered.length
      unanswered += testament.asked.length - testament.answered.length
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${provider}: ${rounds} kills (KILL_SEED=${seed}), ${answers} answers kept, ${unanswered} asked again, ${seconds} s`,
    )
    expect(answers).toBeGreaterThan(rounds)
    await database.close()
  },
  60_000 + kills * 5000,
)

/** The file itself, as another program sees it. */
function assertIntact(file: string): void {
  const other = new Database(file, { readonly: true })
  expect(other.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(other.pragma('foreign_key_check')).toEqual([])
  other.close()
}
